import { me, type Context } from './policy.ts'

/** Marks one as read: it takes nothing more, so that what happens next about the same thing is told anew. Read already, it stays as it was. */
export const markRead = async (context: Context, notificationId: string): Promise<void> => {
  await context.db.updateTable('notifications.notification').set({ read_at: context.now, is_open: false })
    .where('id', '=', notificationId).where('person_id', '=', me(context)).where('read_at', 'is', null).execute()
}
