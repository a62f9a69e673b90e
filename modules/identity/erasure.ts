import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { erasureOrdered } from './events.ts'
import type { Context } from './policy.ts'

/**
 * Has a person anonymised everywhere: the order is kept here, the privacy module carries it out in the worker, since no role that people
 * reach may empty every table. Twice is once. The caller closes what the person has open.
 */
export const orderErasure = async (context: KernelContext, personId: string, reason: string): Promise<void> => {
  const { db, actor, now, record } = context as Context
  const order = await db.insertInto('identity.erasure')
    .values({ id: v7(), person_id: personId, by_person_id: actor.id ?? null, reason, ordered_at: now })
    .onConflict((one) => one.column('person_id').doNothing()).returning('id').executeTakeFirst()
  if (order) await record(erasureOrdered, { erasureId: order.id })
}

/** Whom an order names, until it is carried out. */
export const personToErase = async (context: KernelContext, erasureId: string): Promise<string | undefined> =>
  (await (context as Context).db.selectFrom('identity.erasure').select('person_id').where('id', '=', erasureId)
    .where('done_at', 'is', null).executeTakeFirst())?.person_id
