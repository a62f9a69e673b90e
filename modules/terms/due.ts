import type { Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { numberInForce } from './in-force.ts'
import { versionsSeenBy, type Context } from './policy.ts'
import { rendered } from './rendered.ts'

/** What somebody is asked to accept. */
export interface DueTerms {
  number: number
  appliesFrom: string
  /** In plain words, what is new since the version before. */
  changes: string
  html: string
  /** False for somebody who never accepted any: nothing has changed for them. */
  isNew: boolean
}

/** The version in force, for somebody who has to accept it. */
export const dueTerms = async (context: KernelContext, { id }: Actor): Promise<DueTerms | undefined> => {
  const own = context as Context
  const row = await versionsSeenBy(own).selectAll().where('one.number', '=', await numberInForce(context)).executeTakeFirst()
  const before = await own.db.selectFrom('terms.acceptance').select('number').where('person_id', '=', id ?? null).executeTakeFirst()
  return row && {
    number: row.number!, appliesFrom: row.applies_from, changes: row.changes, html: rendered(row.body), isNew: before !== undefined,
  }
}
