import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { basesSeenBy, type Context } from '../policy.ts'

/** What the base publishes comes into the person's feed. */
export const followBase = command({
  http: 'PUT /bases/:baseId/follow',
  input: z.object({ baseId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { baseId }) => basesSeenBy(context).select('base.id').where('base.id', '=', baseId).executeTakeFirst(),
  allow: signedIn,
  run: async ({ db, actor, now }: Context, { baseId }) => {
    await db.insertInto('bases.followed_base').values({ person_id: actor.id!, base_id: baseId, followed_at: now })
      .onConflict((conflict) => conflict.doNothing()).execute()
    return null
  },
})
