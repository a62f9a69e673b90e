import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, myNotification, type Context } from '../policy.ts'
import { tellDevices } from '../reading.ts'

/** Keeps one for later: it counts again. */
export const markNotificationUnread = command({
  http: 'DELETE /me/notifications/:notificationId/reading',
  input: z.object({ notificationId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { notificationId }) => myNotification(context, notificationId),
  allow: signedIn,
  run: async (context: Context, { notificationId }) => {
    await context.db.updateTable('notifications.notification').set({ read_at: null })
      .where('id', '=', notificationId).where('person_id', '=', me(context)).execute()
    await tellDevices(context)
  },
})
