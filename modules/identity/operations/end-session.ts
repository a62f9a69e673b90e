import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { sessionsEnded } from '../events.ts'
import { mySessions, type Context } from '../policy.ts'

/** Closes one of one's sessions: a computer that was left open. */
export const endSession = command({
  http: 'DELETE /me/sessions/:sessionId',
  input: z.object({ sessionId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { sessionId }) => mySessions(context).selectAll().where('session.id', '=', sessionId)
    .forUpdate().executeTakeFirst(),
  allow: inPerson,
  run: async ({ db, record }: Context, _, session) => {
    await db.deleteFrom('identity.session').where('id', '=', session.id).execute()
    await record(sessionsEnded, { personId: session.person_id })
    return {}
  },
})
