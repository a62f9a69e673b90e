import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

const conversation = z.object({ conversationId: z.uuid() })
const message = conversation.extend({ messageId: z.uuid() })
const subject = ({ conversationId }: { conversationId: string }) => `conversation:${conversationId}`

/** Somebody wrote. What they wrote is fetched with rights. */
export const messageSent = fact({ name: 'messaging.message-sent', data: message, subject, days: 7 })
/** It was mended or taken away. */
export const messageChanged = fact({ name: 'messaging.message-changed', data: message, subject, days: 7 })
/** A mail that somebody sent as a reply did not become all of a message: they are told why, by its code; `files` were left out. */
export const replyAnswered = fact({
  name: 'messaging.reply-answered', days: 7, subject: ({ personId }) => `person:${personId}`,
  data: z.object({ answerId: z.uuid(), personId: z.uuid(), conversationId: z.uuid(), code: z.string(), files: z.int() }),
})
/** A person has read it: their other devices show it too. */
export const conversationRead = fact({
  name: 'messaging.conversation-read', data: conversation.extend({ personId: z.uuid() }), subject, days: 1,
})
/** Somebody put a sign on a message, or took it away. */
export const messageReactedTo = fact({
  name: 'messaging.message-reacted-to', data: message.extend({ personId: z.uuid() }), subject, days: 1,
})
/** A message names people of its conversation. */
export const peopleMentioned = fact({ name: 'messaging.people-mentioned', data: message, subject, days: 7 })
/** Somebody wrote for later, or changed when. */
export const messageScheduled = fact({
  name: 'messaging.message-scheduled', data: conversation.extend({ scheduledId: z.uuid() }), subject, days: 7,
})
/** Its name or its people changed; those who came are told. */
export const groupChanged = fact({
  name: 'messaging.group-changed', data: conversation.extend({ personId: z.uuid(), added: z.array(z.uuid()) }), subject, days: 7,
})
/** A group has a channel: its people are to be listed. */
export const channelOpened = fact({ name: 'messaging.channel-opened', data: conversation, subject })
