import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { signal } from '#modules/live/api.ts'
import { notify } from '#modules/notifications/api.ts'
import { memberAdded, memberChanged, memberEnded } from '#modules/organisations/events.ts'
import { syncChannels } from './channel-people.ts'
import { channelOpened, conversationRead, messageChanged, messageSent } from './events.ts'
import { announced, received, subjectKind } from './notices.ts'
import type { Tables } from './policy.ts'
import { topics } from './topics.ts'

type Worker = WorkerContext<Tables>

const peopleOf = async ({ db }: Worker, conversationId: string) => (await db.selectFrom('messaging.participant').select('person_id')
  .where('conversation_id', '=', conversationId).where('left_at', 'is', null).execute()).map((row) => row.person_id)

const signalled = (context: Worker, conversationId: string, to: readonly string[]) =>
  signal(context, { to, topic: topics.written, subject: { kind: subjectKind, id: conversationId } })

/** Pages of those who take part fetch it, and the others are told as they chose. */
export const tellOfMessage = reaction({
  name: 'messaging.tell-of-message', to: messageSent,
  run: async (context: Worker, { conversationId, messageId }) => {
    const message = await context.db.selectFrom('messaging.message as message').where('message.id', '=', messageId)
      .innerJoin('messaging.conversation as conversation', 'conversation.id', 'message.conversation_id')
      .select(['message.author_id', 'message.deleted_at', 'conversation.title', 'conversation.kind', 'conversation.is_announcements'])
      .executeTakeFirst()
    if (!message) return
    const to = await peopleOf(context, conversationId)
    await signalled(context, conversationId, to)
    if (message.deleted_at) return
    await notify(context, {
      kind: message.is_announcements ? announced : received, to, by: message.author_id ?? undefined, key: messageId,
      params: { conversationId, title: message.title }, about: { kind: subjectKind, id: conversationId },
    })
  },
})

export const tellOfChange = reaction({
  name: 'messaging.tell-of-change', to: messageChanged,
  run: async (context: Worker, { conversationId }) => { await signalled(context, conversationId, await peopleOf(context, conversationId)) },
})

/** One's other devices show that it is read. */
export const tellOfReading = reaction({
  name: 'messaging.tell-of-reading', to: conversationRead,
  run: async (context: Worker, { conversationId, personId }) => { await signalled(context, conversationId, [personId]) },
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
  tellOfMessage, tellOfChange, tellOfReading, listChannelPeople, followMemberAdded, followMemberChanged, followMemberEnded,
]
