import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { mySessions, type Context } from '../policy.ts'

/** Closes the session that asks. */
export const signOut = command({
  http: 'DELETE /me/session',
  input: z.object({}),
  output: z.object({}),
  on: (context: Context) => mySessions(context).selectAll().where('session.id', '=', context.actor.session?.id ?? null)
    .forUpdate().executeTakeFirst(),
  allow: signedIn,
  run: async ({ db }: Context, _, session) => {
    await db.deleteFrom('identity.session').where('id', '=', session.id).execute()
    return {}
  },
})
