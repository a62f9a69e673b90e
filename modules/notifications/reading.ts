import { signal } from '#modules/live/api.ts'
import { me, type Context } from './policy.ts'

/** The person's other devices count again. */
export const tellDevices = async (context: Context): Promise<void> => {
  await signal(context, { to: [me(context)], topic: 'notifications.read' })
}

/** Marks one as read: it takes nothing more, so that what happens next about the same thing is told anew. Read already, it stays as it was. */
export const markRead = async (context: Context, notificationId: string): Promise<void> => {
  const { numUpdatedRows } = await context.db.updateTable('notifications.notification').set({ read_at: context.now, is_open: false })
    .where('id', '=', notificationId).where('person_id', '=', me(context)).where('read_at', 'is', null).executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) await tellDevices(context)
}
