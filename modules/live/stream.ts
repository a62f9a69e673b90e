import { sql } from 'kysely'
import type { Pool } from 'pg'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { settingsOf } from '#kernel/operation/engine.ts'
import type { Told } from './envelope.ts'

/** An entry of a person's stream. */
export interface Entry extends Told { seq: number }

/** Where a page says that it is: the last entry that it has seen, or how old it is. */
export interface Hello {
  /** None for a page that never listened. */
  readonly cursor?: number | undefined
  /** Of whose stream the cursor is: one left by somebody else is worth nothing. */
  readonly of?: string | undefined
  /** Milliseconds since the page was asked of the server: what came since is not on it. */
  readonly age?: number | undefined
}

/** Clocks of servers differ, and a command takes some time before it commits. In milliseconds. */
const MARGIN = 5000

/** Reads as the person, under the row policies: another one's stream cannot be read, whatever is asked. */
const as = (pool: Pool, personId: string) => kyselyAs(pool, settingsOf({ actor: { ...visitor, id: personId } }, ''))

/**
 * Where the stream begins for this page. `reset`: what lies between its cursor and there is not kept any more, the page has to fetch all
 * that it shows.
 */
export const beginningOf = async (
  pool: Pool, personId: string, { cursor, of, age = 0 }: Hello,
): Promise<{ seq: number; reset: boolean }> => {
  const since = new Date(Date.now() - Math.min(Math.max(age, 0), 3_600_000) - MARGIN).toISOString()
  const { rows: [row] } = await sql<{ last: number; first: number | null; recent: number | null }>`
    select stream.last_seq as last, (select min(seq) from live.entry where person_id = ${personId}) as first,
      (select min(seq) from live.entry where person_id = ${personId} and at >= ${since} and seq > stream.last_seq - 200) as recent
    from live.stream where person_id = ${personId}`.execute(as(pool, personId))
  const { last, first, recent } = row ?? { last: 0, first: null, recent: null }
  if (cursor === undefined) return { seq: recent === null ? last : recent - 1, reset: false }
  const kept = of === personId && cursor >= 0 && cursor <= last && (cursor === last || first !== null && first <= cursor + 1)
  return kept ? { seq: cursor, reset: false } : { seq: last, reset: true }
}

/** Entries read at once. */
export const PAGE = 200

/** The next entries of a stream, the oldest first. */
export const entriesAfter = async (pool: Pool, personId: string, seq: number): Promise<Entry[]> =>
  (await sql<Entry>`select seq, id, at, topic, operation, type, priority, subject_kind, subject_id, version, asks, expires_at
    from live.entry where person_id = ${personId} and seq > ${seq} order by seq limit ${PAGE}`.execute(as(pool, personId))).rows
