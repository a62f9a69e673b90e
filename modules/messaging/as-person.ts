import { sql } from 'kysely'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { scopesOf, type Actor, type Grant } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { timeZonesOf } from '#modules/identity/api.ts'
import type { Context, Tables } from './policy.ts'

/** A person as the worker acts for them, with what they hold today; nobody who has left, or is suspended, is acted for. */
export const actorOf = async (context: KernelContext, personId: string): Promise<Actor & { id: string } | undefined> => {
  const timeZone = (await timeZonesOf(context, [personId])).get(personId)
  if (!timeZone) return undefined
  const { rows: grants } = await sql<Grant>`select scope, id::text, role from organisations.grant where person_id = ${personId}`
    .execute(context.db)
  return { id: personId, grants, timeZone }
}

/** The same within a transaction of the worker, which from then on asks the database in their name. */
export const asPerson = async (batch: WorkerContext<Tables>, personId: string): Promise<Context | undefined> => {
  const actor = await actorOf(batch, personId)
  if (!actor) return undefined
  await sql`select set_config('app.person', ${personId}, true)`.execute(batch.db)
  return { ...batch, actor }
}

/** A channel is its group's: whoever left that writes there no more. Row policies say so in the portal, and not of the worker. */
export const isOutOf = async ({ db, actor }: Context, conversationId: string): Promise<boolean> => {
  const row = await db.selectFrom('messaging.conversation').select('group_id').where('id', '=', conversationId).executeTakeFirst()
  return typeof row?.group_id === 'string' && !scopesOf(actor, 'group').includes(row.group_id)
}
