import { sql } from 'kysely'
import type { Context } from '#kernel/operation/operation.ts'
import { lastKey } from './period.ts'

/** Somebody, or a program, who looked at sensitive data of a person. */
export interface Read {
  readonly id: string
  readonly at: string
  readonly personId: string | null
  /** In whose place they acted. */
  readonly actingFor: string | null
  readonly client: string | null
  /** Name of the operation: `follow_up.showBeneficiary`. */
  readonly operation: string
}

interface Row { id: string; at: string; person_id: string | null; acting_for: string | null; client: string | null; operation: string }

/**
 * Who looked at sensitive data of a person, the last first. The person reads theirs, in a query that is `confidential`; the worker and the
 * back office, whose roles read the trace, those of anyone.
 * @param options.before the key of the last one seen, to go on. @returns `most` of them at most, 50 unless told.
 */
export const readsOf = async (context: Context, personId: string, options: { before?: string; most?: number } = {}): Promise<Read[]> => {
  const { before = lastKey, most = 50 } = options
  const { rows } = context.actor.id === personId
    ? await sql<Row>`select * from audit.looks_at(${personId}::uuid, ${before}::uuid, ${most}::int)`.execute(context.db)
    : await sql<Row>`select id, at, person_id, acting_for, client, operation from audit.entry
        where about = ${personId} and outcome = 'read' and id < ${before}::uuid order by id desc limit ${most}`.execute(context.db)
  return rows.map(({ id, at, person_id, acting_for, client, operation }) => ({
    id, at, personId: person_id, actingFor: acting_for, client, operation,
  }))
}
