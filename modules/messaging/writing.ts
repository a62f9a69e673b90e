import { v7 } from '#kernel/id.ts'
import { attachFiles, type Files } from './attaching.ts'
import { speaksTo, closedToMe, conversationSeenBy, me, openTo, type Context } from './policy.ts'
import { messageSent } from './events.ts'
import { keepMentions } from './mentions.ts'

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

/** `mentions` are the people whom its author picked in a list. */
interface Said { body: string; answers_id?: string; mentions?: readonly string[]; files?: Files }

/** The message that begins the exchange which an answer goes on. */
const threadOf = async ({ db }: Context, answersId: string) => {
  const { thread_id: root } = await db.selectFrom('messaging.message').select('thread_id').where('id', '=', answersId)
    .executeTakeFirstOrThrow()
  return root ?? answersId
}

/** Writes the next message of a conversation that is held. Its author has read what came before. */
export const append = async (context: Context, { id, last_seq: last }: { id: string; last_seq: number }, { mentions, files,
  ...said }: Said) => {
  const { db, now, record } = context
  const [messageId, seq, person_id] = [v7(), last + 1, me(context)]
  const thread_id = said.answers_id ? await threadOf(context, said.answers_id) : null
  const message = { id: messageId, conversation_id: id, seq, author_id: person_id, at: now, thread_id, ...said }
  await db.updateTable('messaging.conversation').set({ last_seq: seq, last_at: now }).where('id', '=', id).execute()
  await db.insertInto('messaging.message').values(message).execute()
  if (files) await attachFiles(context, { conversationId: id, messageId }, files)
  await db.updateTable('messaging.participant').set({ read_seq: seq })
    .where('conversation_id', '=', id).where('person_id', '=', person_id).execute()
  await db.deleteFrom('messaging.draft').where('conversation_id', '=', id).where('person_id', '=', person_id).execute()
  await record(messageSent, { conversationId: id, messageId })
  await keepMentions(context, { id: messageId, conversationId: id, body: said.body, chosen: mentions })
  return messageId
}
