import { presentAmong } from '#modules/live/api.ts'
import { me, type Context } from './policy.ts'

/** Looked for among so many people of a conversation. */
const MOST = 100

/** Names of those who take part and have a page open now: only who agreed to show it, and only to somebody who agreed too. */
export const presentIn = async (context: Context, conversationId: string): Promise<string[]> => {
  const people = await context.db.selectFrom('messaging.participant as participant')
    .innerJoin('identity.card as card', 'card.id', 'participant.person_id').select(['card.id', 'card.name'])
    .where('participant.conversation_id', '=', conversationId).where('participant.left_at', 'is', null)
    .where('participant.person_id', '<>', me(context)).orderBy('card.name').limit(MOST).execute()
  const present = await presentAmong(context, people.map(({ id }) => id))
  return people.flatMap(({ id, name }) => present.has(id) && name ? [name] : [])
}
