import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

/** A command asks that people be told something. */
export const notificationAsked = fact({
  name: 'notifications.asked', data: z.object({ requestId: z.uuid() }), subject: ({ requestId }) => `notification-request:${requestId}`, days: 1,
})

/** These people have something new, or know one more thing of what they had. Identifiers only: what it says is fetched with rights. */
export const notified = fact({
  name: 'notifications.notified', data: z.object({ requestId: z.uuid(), personIds: z.array(z.uuid()) }),
  subject: ({ requestId }) => `notification-request:${requestId}`, days: 1,
})
