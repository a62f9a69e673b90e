import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

const conversation = z.object({ conversationId: z.uuid() })
const message = conversation.extend({ messageId: z.uuid() })
const subject = ({ conversationId }: { conversationId: string }) => `conversation:${conversationId}`

/** Somebody wrote. What they wrote is fetched with rights. */
export const messageSent = fact({ name: 'messaging.message-sent', data: message, subject, days: 7 })
/** It was mended or taken away. */
export const messageChanged = fact({ name: 'messaging.message-changed', data: message, subject, days: 7 })
/** A person has read it: their other devices show it too. */
export const conversationRead = fact({
  name: 'messaging.conversation-read', data: conversation.extend({ personId: z.uuid() }), subject, days: 1,
})
/** A group has a channel: its people are to be listed. */
export const channelOpened = fact({ name: 'messaging.channel-opened', data: conversation, subject })
