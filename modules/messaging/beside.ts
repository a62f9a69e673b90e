import { sql } from 'kysely'
import { z } from 'zod'
import { fileShape, filesOf } from './attaching.ts'
import { folder, foldersOf } from './folders.ts'
import { mention, mentionsOf } from './mentions.ts'
import { me, type Context } from './policy.ts'
import { presentIn } from './present.ts'
import { reaction, reactionsTo } from './reacted.ts'
import { readBy, readReceipts } from './read-receipts.ts'
import { scheduledIn, scheduledShape } from './scheduling.ts'
import type { Place } from './writing.ts'

/** A line among the messages: who came, who left, how the group is called since. It stands after the message of that number. */
const happening = z.object({
  id: z.uuid(), afterSeq: z.int(), kind: z.string(), by: z.string().nullable(), isMine: z.boolean(), who: z.string().nullable(),
  isMe: z.boolean(), title: z.string().nullable(), at: z.string(),
})

/** What stands beside the words of one message. */
export const besideMessage = {
  files: z.array(fileShape),
  reactions: z.array(reaction), mentions: z.array(mention), readBy: readBy.nullable(),
  /** The exchange of answers in which it stands, or that it began: how many answers. */
  thread: z.object({ id: z.uuid(), count: z.int() }).nullable(),
}
/** What stands beside the messages of a conversation. */
export const besideConversation = {
  happenings: z.array(happening), scheduled: z.array(scheduledShape), folders: z.array(folder), folderId: z.uuid().nullable(),
  /** One reads it from one's arrival on only. */
  cameLater: z.boolean(), isThread: z.boolean(),
  /** Who else has a page open now, of those who show it, to somebody who shows it too. */
  present: z.array(z.string()),
}

interface Shown { readonly id: string; readonly seq: number; readonly author_id: string | null; readonly thread_id: string | null }
interface Row extends Place { readonly joined_seq: number }
/** Which part of a conversation is shown: its end, what came before a number, or one exchange of answers. */
export interface Part { readonly isLast: boolean; readonly isFirst: boolean; readonly thread?: string }

const happeningsOf = async (context: Context, { id }: Row, messages: readonly Shown[], { isFirst, isLast, thread }: Part) => {
  if (thread) return []
  const rows = await context.db.selectFrom('messaging.happening as one').leftJoin('identity.card as doer', 'doer.id', 'one.by_person_id')
    .leftJoin('identity.card as comer', 'comer.id', 'one.person_id')
    .select(['one.id', 'one.after_seq', 'one.kind', 'one.by_person_id', 'one.person_id', 'one.title', 'one.at', 'doer.name as by',
      'comer.name as who'])
    .where('one.conversation_id', '=', id).where('one.after_seq', '>=', isFirst ? 0 : messages[0]?.seq ?? 0)
    .$if(!isLast, (all) => all.where('one.after_seq', '<=', messages.at(-1)?.seq ?? 0)).orderBy('one.id', 'desc').limit(100).execute()
  return rows.toReversed().map(({ id: key, after_seq: afterSeq, kind, by, who, title, at, by_person_id: doer, person_id: comer }) =>
    ({ id: key, afterSeq, kind, by, isMine: doer === me(context), who, isMe: comer === me(context), title, at }))
}

/** How many answers each of these exchanges has, of those that one reads. */
const threadsOf = async (context: Context, conversationId: string, roots: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (roots.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`select thread_id as id, count(*)::int as count from messaging.message
    where conversation_id = ${conversationId}::uuid and thread_id = any (${roots}::uuid[]) group by thread_id`.execute(context.db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

const folderIdOf = async (context: Context, conversationId: string) => (await context.db.selectFrom('messaging.filing').select('folder_id')
  .where('conversation_id', '=', conversationId).where('person_id', '=', me(context)).executeTakeFirst())?.folder_id ?? null

/** What people did of these messages, and what the person who acts keeps beside them. */
export const beside = async (context: Context, row: Row, messages: readonly Shown[], part: Part) => {
  const ids = messages.map(({ id }) => id)
  const isEnd = part.isLast && !part.thread
  const [reactions, mentions, threads, files, receipts, happenings, scheduled, folders, folderId, present] = await Promise.all([
    reactionsTo(context, ids), mentionsOf(context, ids),
    threadsOf(context, row.id, [...new Set(messages.map(({ id, thread_id: root }) => root ?? id))]),
    filesOf(context, 'message_id', ids), isEnd ? readReceipts(context, row, messages) : new Map<number, never>(),
    happeningsOf(context, row, messages, part), scheduledIn(context, row.id), foldersOf(context), folderIdOf(context, row.id),
    isEnd ? presentIn(context, row.id) : [],
  ])
  const ofMessage = ({ id, seq, thread_id: root }: Shown) => {
    const count = threads.get(root ?? id)
    return {
      files: files.get(id) ?? [], reactions: reactions.get(id) ?? [], mentions: mentions.get(id) ?? [], readBy: receipts.get(seq) ?? null,
      thread: count ? { id: root ?? id, count } : null,
    }
  }
  const ofConversation = {
    happenings, scheduled, folders, folderId, present, cameLater: row.joined_seq > 0, isThread: part.thread !== undefined,
  }
  return { ofMessage, ofConversation }
}
