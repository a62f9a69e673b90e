import { joinDecided } from '../events.ts'
import { basesSeenBy, type Context } from '../policy.ts'

/** A request and the base that it is about, whose administrators answer it; both held. Of a base that one may not see, none. */
export const lockedRequest = async (context: Context, requestId: string) => {
  const request = await context.db.selectFrom('bases.join_request').select(['id', 'base_id', 'person_id', 'state'])
    .where('id', '=', requestId).forNoKeyUpdate().executeTakeFirst()
  const base = request && await basesSeenBy(context).select('base.id').where('base.id', '=', request.base_id).forNoKeyUpdate('base').executeTakeFirst()
  return base && { ...base, request }
}

/** Answers a request, whose row the command holds. */
export const decideRequest = async (
  { db, now, record }: Context, { id, base_id }: { id: string; base_id: string }, state: 'accepted' | 'declined',
): Promise<void> => {
  await db.updateTable('bases.join_request').set({ state, decided_at: now }).where('id', '=', id).execute()
  await record(joinDecided, { baseId: base_id, requestId: id })
}
