import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { signal } from '#modules/live/api.ts'
import { notify } from '#modules/notifications/api.ts'
import { memberAdded, memberChanged, memberEnded } from '#modules/organisations/events.ts'
import { syncReaders } from './attaching.ts'
import { syncChannels } from './channel-people.ts'
import {
  channelOpened, conversationRead, groupChanged, messageChanged, messageReactedTo, messageSent, peopleMentioned,
} from './events.ts'
import { addedToGroup, announced, mentioned, mentionKind, received, subjectKind, threadKind } from './notices.ts'
import type { Tables } from './policy.ts'
import { topics } from './topics.ts'

type Worker = WorkerContext<Tables>

const peopleOf = async ({ db }: Worker, conversationId: string) => (await db.selectFrom('messaging.participant').select('person_id')
  .where('conversation_id', '=', conversationId).where('left_at', 'is', null).execute()).map((row) => row.person_id)

/** Whom a message names: they are told so, and nothing else of it. */
const namedIn = async ({ db }: Worker, messageId: string) => new Set((await db.selectFrom('messaging.mention').select('person_id')
  .where('message_id', '=', messageId).execute()).map((row) => row.person_id))

const signalled = (context: Worker, conversationId: string, to: readonly string[]) =>
  signal(context, { to, topic: topics.written, subject: { kind: subjectKind, id: conversationId } })

/** Pages of those who take part fetch it, and the others are told as they chose. */
export const tellOfMessage = reaction({
  name: 'messaging.tell-of-message', to: messageSent,
  run: async (context: Worker, { conversationId, messageId }) => {
    const message = await context.db.selectFrom('messaging.message as message').where('message.id', '=', messageId)
      .innerJoin('messaging.conversation as conversation', 'conversation.id', 'message.conversation_id')
      .select(['message.author_id', 'message.deleted_at', 'message.thread_id', 'conversation.title', 'conversation.kind',
        'conversation.is_announcements'])
      .executeTakeFirst()
    if (!message) return
    const to = await peopleOf(context, conversationId)
    await signalled(context, conversationId, to)
    if (message.deleted_at) return
    const named = await namedIn(context, messageId)
    await notify(context, {
      kind: message.is_announcements ? announced : received, to: to.filter((id) => !named.has(id)), by: message.author_id ?? undefined,
        key: messageId,
      params: { conversationId, title: message.title }, about: { kind: subjectKind, id: conversationId },
      within: message.thread_id ? [{ kind: threadKind, id: message.thread_id }] : [],
    })
  },
})

/** Those whom it names are told, whether they muted the conversation or not; not by somebody whom they block. */
export const tellOfMention = reaction({
  name: 'messaging.tell-of-mention', to: peopleMentioned,
  run: async (context: Worker, { conversationId, messageId }) => {
    const message = await context.db.selectFrom('messaging.message as message').where('message.id', '=', messageId)
      .innerJoin('messaging.conversation as conversation', 'conversation.id', 'message.conversation_id')
      .select(['message.author_id', 'conversation.title']).executeTakeFirst()
    if (!message?.author_id) return
    const [there, named] = [new Set(await peopleOf(context, conversationId)), await namedIn(context, messageId)]
    const closed = new Set((await context.db.selectFrom('messaging.block').select('person_id')
      .where('blocked_person_id', '=', message.author_id).where('person_id', 'in', [...named]).execute()).map((row) => row.person_id))
    await notify(context, {
      kind: mentioned, to: [...named].filter((id) => there.has(id) && !closed.has(id)), by: message.author_id, key: messageId,
      params: { conversationId, title: message.title }, about: { kind: mentionKind, id: conversationId },
    })
  },
})

/** People of a conversation whose pages follow each reaction and each reading; of a larger one, those concerned alone. */
const SMALL = 60

/** Pages that show it fetch it. Nobody is told otherwise: a sign is what one puts so as to disturb nobody. */
export const tellOfReaction = reaction({
  name: 'messaging.tell-of-reaction', to: messageReactedTo,
  run: async (context: Worker, { conversationId, messageId, personId }) => {
    const people = await peopleOf(context, conversationId)
    const author = people.length <= SMALL ? undefined : await context.db.selectFrom('messaging.message').select('author_id')
      .where('id', '=', messageId).executeTakeFirst()
    await signalled(context, conversationId, author ? [personId, ...author.author_id ? [author.author_id] : []] : people)
  },
})

/** Pages show its people and its name; those who were brought there are told, by whom. */
export const tellOfGroup = reaction({
  name: 'messaging.tell-of-group', to: groupChanged,
  run: async (context: Worker, { conversationId, personId, added }) => {
    const people = await peopleOf(context, conversationId)
    await signalled(context, conversationId, people)
    await syncReaders(context, conversationId)
    const row = await context.db.selectFrom('messaging.conversation').select('title').where('id', '=', conversationId).executeTakeFirst()
    const to = added.filter((id) => people.includes(id))
    if (row && to.length > 0) await notify(context, {
      kind: addedToGroup, to, by: personId, params: { conversationId, title: row.title }, about: { kind: subjectKind, id: conversationId },
    })
  },
})

export const tellOfChange = reaction({
  name: 'messaging.tell-of-change', to: messageChanged,
  run: async (context: Worker, { conversationId }) => { await signalled(context, conversationId, await peopleOf(context, conversationId)) },
})

/** One's other devices show that it is read, and the others' pages that one has read it, unless one refuses that. */
export const tellOfReading = reaction({
  name: 'messaging.tell-of-reading', to: conversationRead,
  run: async (context: Worker, { conversationId, personId }) => {
    const people = await peopleOf(context, conversationId)
    const hidden = people.length > SMALL || await context.db.selectFrom('messaging.preference').select('person_id')
      .where('person_id', '=', personId).where('shows_reading', '=', false).executeTakeFirst()
    await signalled(context, conversationId, hidden ? [personId] : people)
  },
})

export const listChannelPeople = reaction({
  name: 'messaging.list-channel-people', to: channelOpened,
  run: (context: Worker, { conversationId }) => syncChannels(context, { conversationId }),
})

const followMembers = (to: typeof memberAdded, name: string) => reaction({
  name, to, run: (context: Worker, { organisationId, personId }) => syncChannels(context, { organisationId, personId }),
})
export const followMemberAdded = followMembers(memberAdded, 'messaging.follow-member-added')
export const followMemberChanged = followMembers(memberChanged, 'messaging.follow-member-changed')
export const followMemberEnded = followMembers(memberEnded, 'messaging.follow-member-ended')

export const reactions = [
  tellOfMessage, tellOfChange, tellOfReading, tellOfMention, tellOfReaction, tellOfGroup, listChannelPeople, followMemberAdded,
    followMemberChanged, followMemberEnded,
]
