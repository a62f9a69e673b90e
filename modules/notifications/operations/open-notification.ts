import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { myNotification, type Context } from '../policy.ts'
import { markRead } from '../reading.ts'
import { told } from '../told.ts'

/** Reads one and goes where it leads. */
export const openNotification = command({
  http: 'POST /me/notifications/:notificationId/opening',
  input: z.object({ notificationId: z.uuid() }),
  output: z.object({ href: z.string().nullable() }),
  on: (context: Context, { notificationId }) => myNotification(context, notificationId),
  allow: signedIn,
  run: async (context: Context, { notificationId }, row) => {
    await markRead(context, notificationId)
    return { href: told(row, undefined).href }
  },
})
