import type { PoolClient } from 'pg'
import { z } from 'zod'
import { kyselyOn } from '#kernel/db/connection.ts'
import { erasePerson, journalErasure } from '#kernel/db/privacy.ts'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { factStatement } from '#kernel/fact/record.ts'
import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { erasureOrdered } from './events.ts'
import type { Context, Tables } from './policy.ts'
import { asSteward } from './stewardship.ts'

/**
 * Has a person anonymised everywhere: the order is kept here, the worker carries it out, since no role that people reach may empty every
 * table. Twice is once. The caller closes what the person has open.
 */
export const orderErasure = async (context: KernelContext, personId: string, reason: string): Promise<void> => {
  const { db, actor, now, record } = context as Context
  const order = await db.insertInto('identity.erasure')
    .values({ id: v7(), person_id: personId, by_person_id: actor.id ?? null, reason, ordered_at: now })
    .onConflict((one) => one.column('person_id').doNothing()).returning('id').executeTakeFirst()
  if (order) await record(erasureOrdered, { erasureId: order.id })
}

/** What modules settle with what a person leaves, in the transaction that erases them. */
const settling = (client: PoolClient, now: string): Omit<KernelContext, 'actor'> => ({
  db: kyselyOn(client), now, origin: { request: 'worker' },
  record: async (fact, data) => { await client.query(factStatement({ fact, data: fact.data.parse(data) }, now)) },
})

/**
 * Carries out an order: each module settles what the person leaves, their rows go or are emptied, the journal outside of the database says so,
 * then the commit. Again after a failure.
 */
export const carryOutErasure = job({
  name: 'identity.carry-out-erasure',
  payload: z.object({ erasureId: z.uuid() }),
  run: ({ now }: WorkerContext<Tables>, { erasureId }) => asSteward(async (client, { modules, data }) => {
    const { rows: [order] } = await client.query<{ person_id: string; done_at: string | null }>({
      text: 'select person_id, done_at from identity.erasure where id = $1 for update', values: [erasureId],
    })
    if (!order || order.done_at) return { state: 'done-before' }
    const context = { ...settling(client, now), actor: system }
    for (const { departure } of modules) await departure?.settle(context, order.person_id)
    await erasePerson(client, modules, order.person_id)
    await client.query({ text: 'update identity.erasure set done_at = $2 where id = $1', values: [erasureId, now] })
    // Before the commit: a person who is journalled and still there is erased by the next try; the contrary would come back with a backup.
    await journalErasure(data, order.person_id, now)
    return { state: 'done' }
  }),
})

export const startErasure = reaction({
  name: 'identity.start-erasure',
  to: erasureOrdered,
  run: (context: WorkerContext, { erasureId }) => context.enqueue(carryOutErasure, { erasureId }, { key: `erasure:${erasureId}` }),
})
