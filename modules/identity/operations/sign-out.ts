import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { sessionsEnded } from '../events.ts'
import { mySessions, type Context } from '../policy.ts'

/** Closes the session that asks. */
export const signOut = command({
  http: 'DELETE /me/session',
  input: z.object({}),
  output: z.object({}),
  on: (context: Context) => mySessions(context).selectAll().where('session.id', '=', context.actor.session?.id ?? null)
    .forUpdate().executeTakeFirst(),
  allow: signedIn,
  run: async ({ db, record }: Context, _, session) => {
    await db.deleteFrom('identity.session').where('id', '=', session.id).execute()
    await record(sessionsEnded, { personId: session.person_id })
    return {}
  },
})
