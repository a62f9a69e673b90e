import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inSession, mySession, type Context } from '../../policy.ts'

/** Closes the session that asks, complete or not. */
export const signOutStaff = command({
  http: 'DELETE /back-office/session',
  input: z.object({}),
  output: z.object({}),
  on: (context: Context) => mySession(context).forUpdate().executeTakeFirst(),
  allow: inSession,
  run: async ({ db }: Context, _, session) => {
    await db.deleteFrom('staff.session').where('id', '=', session.id).execute()
    return {}
  },
})
