import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'

/** Wants to be told nothing more on a device, from any other one. */
export const removeDevice = command({
  http: 'DELETE /me/devices/:deviceId',
  input: z.object({ deviceId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { deviceId }) => context.db.selectFrom('notifications.device').select('id')
    .where('id', '=', deviceId).where('person_id', '=', me(context)).executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { deviceId }) => {
    await context.db.deleteFrom('notifications.device').where('id', '=', deviceId).where('person_id', '=', me(context)).execute()
  },
})
