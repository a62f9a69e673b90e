import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'

/** Wants their messages again. */
export const unblockPerson = command({
  http: 'DELETE /me/blocked-people/:personId',
  input: z.object({ personId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { personId }) => context.db.selectFrom('messaging.block').select('at')
    .where('person_id', '=', me(context)).where('blocked_person_id', '=', personId).forUpdate().executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { personId }) => {
    await context.db.deleteFrom('messaging.block').where('person_id', '=', me(context)).where('blocked_person_id', '=', personId).execute()
  },
})
