import { v7 } from '#kernel/id.ts'
import { speaksTo, closedToMe, conversationSeenBy, me, openTo, type Context } from './policy.ts'
import { messageSent } from './events.ts'

/** A conversation as one who may write in it, or not, sees it. */
export interface Place { id: string; kind: string; is_announcements: boolean; group_id: string | null }

const otherOf = (context: Context, conversationId: string) => context.db.selectFrom('messaging.participant').select('person_id')
  .where('conversation_id', '=', conversationId).where('person_id', '<>', me(context)).executeTakeFirst()

const blocks = (context: Context, personId: string) => context.db.selectFrom('messaging.block').select('blocked_person_id')
  .where('person_id', '=', me(context)).where('blocked_person_id', '=', personId).executeTakeFirst()

const hasWritten = (context: Context, conversationId: string, personId: string) => context.db.selectFrom('messaging.message').select('id')
  .where('conversation_id', '=', conversationId).where('author_id', '=', personId).limit(1).executeTakeFirst()

/**
 * Why one does not write there now, by the code of the refusal. Announcements are written by those who work with the group; between two,
 * one writes to whom one may write first, or who wrote before, unless one of them wants no more of it.
 */
export const closedBecause = async (context: Context, { id, kind, group_id, ...place }: Place): Promise<string | undefined> => {
  if (kind === 'group') return undefined
  if (kind === 'channel') return place.is_announcements && !speaksTo.holds(context.actor, { group_id }) ? 'messaging.no-reply' : undefined
  const other = await otherOf(context, id)
  if (!other) return 'messaging.gone'
  if (await blocks(context, other.person_id)) return 'messaging.blocked'
  if ((await closedToMe(context, [other.person_id])).size > 0) return 'messaging.not-reachable'
  if ((await openTo(context, [other.person_id])).size > 0 || await hasWritten(context, id, other.person_id)) return undefined
  return 'messaging.not-reachable'
}

/** One's conversation, held until the commit: what is written in it gets the next number. */
export const lockedConversation = async (context: Context, conversationId: string) => {
  const row = await conversationSeenBy(context, conversationId).forUpdate('conversation').executeTakeFirst()
  return row && { ...row, closed: await closedBecause(context, row) }
}

interface Said { body: string; answers_id?: string }

/** Writes the next message of a conversation that is held. Its author has read what came before. */
export const append = async (context: Context, { id, last_seq: last }: { id: string; last_seq: number }, said: Said) => {
  const { db, now, record } = context
  const [messageId, seq, person_id] = [v7(), last + 1, me(context)]
  const message = { id: messageId, conversation_id: id, seq, author_id: person_id, at: now, ...said }
  await db.updateTable('messaging.conversation').set({ last_seq: seq, last_at: now }).where('id', '=', id).execute()
  await db.insertInto('messaging.message').values(message).execute()
  await db.updateTable('messaging.participant').set({ read_seq: seq })
    .where('conversation_id', '=', id).where('person_id', '=', person_id).execute()
  await db.deleteFrom('messaging.draft').where('conversation_id', '=', id).where('person_id', '=', person_id).execute()
  await record(messageSent, { conversationId: id, messageId })
  return messageId
}
