import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { administrator, type Context } from '../../policy.ts'

/** Closes a session of the back office: one's own, or that of a colleague whose computer was left open or stolen. */
export const endStaffSession = command({
  http: 'DELETE /back-office/sessions/:sessionId',
  input: z.object({ sessionId: z.uuid() }),
  output: z.object({}),
  on: ({ db, actor, now }: Context, { sessionId }) => db.selectFrom('staff.session as session').selectAll('session')
    .where('session.id', '=', sessionId).where('session.expires_at', '>', now).where(administrator.where(actor, 'session')).forUpdate()
    .executeTakeFirst(),
  allow: administrator,
  run: async ({ db }: Context, _, session) => {
    await db.deleteFrom('staff.session').where('id', '=', session.id).execute()
    return {}
  },
})
