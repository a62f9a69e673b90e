import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { myNotification, type Context } from '../policy.ts'
import { markRead } from '../reading.ts'

/** Says that one knows. The same on all one's devices: it is the row that is read. */
export const markNotificationRead = command({
  http: 'POST /me/notifications/:notificationId/reading',
  input: z.object({ notificationId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { notificationId }) => myNotification(context, notificationId),
  allow: signedIn,
  run: (context: Context, { notificationId }) => markRead(context, notificationId),
})
