import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/** Of a base visible still or not. */
export const unfollowBase = command({
  http: 'DELETE /bases/:baseId/follow',
  input: z.object({ baseId: z.uuid() }),
  output: z.null(),
  allow: signedIn,
  run: async ({ db, actor }: Context, { baseId }) => {
    await db.deleteFrom('bases.followed_base').where('person_id', '=', actor.id!).where('base_id', '=', baseId).execute()
    return null
  },
})
