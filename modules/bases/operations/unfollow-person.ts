import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/** Of somebody whose profile is public still or not. */
export const unfollowPerson = command({
  http: 'DELETE /profiles/:personId/follow',
  input: z.object({ personId: z.uuid() }),
  output: z.null(),
  allow: signedIn,
  run: async ({ db, actor }: Context, { personId }) => {
    await db.deleteFrom('bases.followed_person').where('person_id', '=', actor.id!).where('followed_id', '=', personId).execute()
    return null
  },
})
