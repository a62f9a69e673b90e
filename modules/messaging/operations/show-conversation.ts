import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { isHeld } from '#modules/switches/api.ts'
import { FEATURE, heldOf, heldShape } from '../held.ts'
import { beside, besideConversation, besideMessage } from '../beside.ts'
import { notMended } from '../mending.ts'
import { conversationSeenBy, me, messagesSeenBy, type Context } from '../policy.ts'
import { titleOf } from '../title.ts'
import { closedBecause } from '../writing.ts'
import { archiveConversation } from './archive-conversation.ts'
import { cancelScheduledMessage } from './cancel-scheduled-message.ts'
import { changeScheduledMessage } from './change-scheduled-message.ts'
import { fileConversation } from './file-conversation.ts'
import { reactToMessage } from './react-to-message.ts'
import { blockPerson } from './block-person.ts'
import { deleteMessage } from './delete-message.ts'
import { discardHeldMessage } from './discard-held-message.ts'
import { discardDraft } from './discard-draft.ts'
import { editMessage } from './edit-message.ts'
import { leaveConversation } from './leave-conversation.ts'
import { openConversation } from './open-conversation.ts'
import { sendHeldMessage } from './send-held-message.ts'
import { takeBackMessage } from './take-back-message.ts'
import { unblockPerson } from './unblock-person.ts'
import { writeMessage } from './write-message.ts'

const PAGE = 40
const PEOPLE = 100
const commands = {
  writeMessage, discardDraft, openConversation, archiveConversation, leaveConversation, editMessage, deleteMessage,
  blockPerson, unblockPerson, takeBackMessage, sendHeldMessage, discardHeldMessage,
  reactToMessage, changeScheduledMessage, cancelScheduledMessage, fileConversation,
}
// Each asks that one is signed in, or of the message that one wrote it: `mine` says so of each.
const can: Record<keyof typeof commands, Operation> = {
  ...commands, editMessage: { ...editMessage, allow: signedIn }, deleteMessage: { ...deleteMessage, allow: signedIn },
}

const peopleOf = (context: Context, conversationId: string) => context.db.selectFrom('messaging.participant as participant')
  .innerJoin('identity.card as card', 'card.id', 'participant.person_id').select(['card.id', 'card.name'])
  .where('participant.conversation_id', '=', conversationId).where('participant.left_at', 'is', null)
  .orderBy('card.name').limit(PEOPLE + 1).execute()

const draftOf = ({ db }: Context, conversationId: string, personId: string) => db.selectFrom('messaging.draft').select('body')
  .where('conversation_id', '=', conversationId).where('person_id', '=', personId).executeTakeFirst()

/** A conversation, from its last messages; what is older comes page by page. */
export const showConversation = query({
  http: 'GET /conversations/:conversationId',
  /** `thread`: only one message and the answers to it, and to those. */
  input: z.object({ conversationId: z.uuid(), before: z.int().positive().optional(), thread: z.uuid().optional() }),
  output: z.object({
    id: z.uuid(), title: z.string(), kind: z.string(), isAnnouncements: z.boolean(), unread: z.int(), isArchived: z.boolean(),
    /** Why one does not write there, by its code. */
    closed: z.string().nullable(), draft: z.string().nullable(),
    /** What one has written and that waits, or was given back: nobody else sees it. */
    held: z.array(heldShape),
    /** Messages are switched off for them: what they write waits. */
    isPaused: z.boolean(),
    people: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), isMe: z.boolean() })), isMorePeople: z.boolean(),
    messages: z.array(z.object({
      id: z.uuid(), seq: z.int(), by: z.string().nullable(), isMine: z.boolean(), isNew: z.boolean(), body: z.string(), at: z.string(),
      isEdited: z.boolean(), isDeleted: z.boolean(), isGone: z.boolean(), mayEdit: z.boolean(),
      /** What it answers: its number, its author, how it begins; empty once it was taken away. */
      answers: z.object({ id: z.uuid(), by: z.string().nullable(), excerpt: z.string() }).nullable(),
      ...besideMessage,
    })),
    ...besideConversation,
    /** Number before which there is more to read. */
    older: z.int().nullable(), isLast: z.boolean(), now: z.string(), timeZone: z.string(),
  }),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).executeTakeFirst(),
  allow: signedIn,
  confidential: true,
  can,
  run: async (context: Context, { conversationId, before, thread }, row) => {
    const own = me(context)
    const [found, people, titles, closed, draft, held, isPaused] = await Promise.all([
      messagesSeenBy(context).leftJoin('identity.card as author', 'author.id', 'message.author_id')
        .leftJoin('messaging.message as answered', 'answered.id', 'message.answers_id')
        .leftJoin('identity.card as asker', 'asker.id', 'answered.author_id')
        .selectAll('message').select(['author.name as by', 'answered.id as answered_id', 'asker.name as asked_by'])
        .select(sql<string | null>`left(answered.body, 140)`.as('asked'))
        .where('message.conversation_id', '=', conversationId).$if(before !== undefined, (rows) => rows.where('message.seq', '<', before!))
        .$if(thread !== undefined, (rows) => rows.where((eb) => eb.or([eb('message.id', '=', thread!), eb('message.thread_id', '=',
          thread!)])))
        .orderBy('message.seq', 'desc').limit(PAGE + 1).execute(),
      peopleOf(context, conversationId), titleOf(context, [row]), closedBecause(context, row), draftOf(context, conversationId, own),
      heldOf(context, row.id), isHeld(context, FEATURE),
    ])
    const messages = found.slice(0, PAGE).toReversed()
    const part = { isLast: before === undefined, isFirst: found.length <= PAGE, thread }
    const { ofMessage, ofConversation } = await beside(context, row, messages, part)
    return {
      id: row.id, title: titles.get(row.id)!, kind: row.kind, isAnnouncements: row.is_announcements,
      unread: Math.max(0, row.last_seq - row.read_seq),
      isArchived: row.archived_seq !== null && row.archived_seq >= row.last_seq, closed: closed ?? null, draft: draft?.body ?? null,
      held, isPaused,
      people: people.slice(0, PEOPLE).map(({ id, name }) => ({ id, name, isMe: id === own })), isMorePeople: people.length > PEOPLE,
      messages: messages.map((message) => ({
        id: message.id, seq: message.seq, by: message.by, isMine: message.author_id === own,
        isNew: message.seq > row.read_seq && message.author_id !== own,
        body: message.body, at: message.at, isEdited: message.edited_at !== null, isDeleted: message.deleted_at !== null,
        isGone: message.deleted_at === null && message.body === '', mayEdit: message.author_id === own && !notMended(message, context.now),
        answers: message.answered_id === null ? null : { id: message.answered_id, by: message.asked_by, excerpt: message.asked ?? '' },
        ...ofMessage(message),
      })),
      ...ofConversation,
      older: found.length > PAGE ? messages[0]!.seq : null, isLast: before === undefined,
      now: context.now, timeZone: context.actor.timeZone,
    }
  },
})
