import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { allOf, signedIn, unless, where } from '#kernel/operation/rule.ts'
import { profilesSeenBy, type Context } from '../policy.ts'

/** What somebody publishes comes into the person's feed. Nobody follows themselves. */
export const followPerson = command({
  http: 'PUT /profiles/:personId/follow',
  input: z.object({ personId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { personId }) => profilesSeenBy(context).select('profile.id').where('profile.id', '=', personId)
    .select((eb) => eb('profile.id', '=', context.actor.id ?? null).$castTo<boolean | null>().as('oneself')).executeTakeFirst(),
  allow: allOf(signedIn, unless(where('oneself', true))),
  run: async ({ db, actor, now }: Context, { personId }) => {
    await db.insertInto('bases.followed_person').values({ person_id: actor.id!, followed_id: personId, followed_at: now })
      .onConflict((conflict) => conflict.doNothing()).execute()
    return null
  },
})
