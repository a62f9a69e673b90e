import { signal } from '#modules/live/api.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { subjectKey, type About } from './notify.ts'
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

/** Whoever reads the thing itself has read what told of it. For a command of the domain, as the person. */
export const readAbout = async (context: KernelContext, about: About): Promise<void> => {
  const { db, now } = context as Context
  const { numUpdatedRows } = await db.updateTable('notifications.notification').set({ read_at: now, is_open: false })
    .where('person_id', '=', me(context)).where('about', '=', subjectKey(about)).where('read_at', 'is', null).executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) await tellDevices(context as Context)
}
