import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'
import { tellDevices } from '../reading.ts'

/** Marks all as read, up to the instant of the page that the person saw: what came since stays unread. */
export const readAllNotifications = command({
  http: 'POST /me/notifications/reading',
  input: z.object({ until: z.iso.datetime() }),
  output: z.object({ count: z.int() }),
  allow: signedIn,
  run: async (context: Context, { until }) => {
    const { numUpdatedRows } = await context.db.updateTable('notifications.notification').set({ read_at: context.now, is_open: false })
      .where('person_id', '=', me(context)).where('read_at', 'is', null).where('on_screen', '=', true).where('at', '<=', until)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows > 0n) await tellDevices(context)
    return { count: Number(numUpdatedRows) }
  },
})
