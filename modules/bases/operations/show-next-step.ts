import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { preferenceOf, WELCOMED } from '../preferences.ts'
import type { Context } from '../policy.ts'

export const nextSteps = ['invitation', 'welcome', 'follow', 'write', 'profile'] as const

/** The one thing that the person may do next, the most useful first; none when all is done. `invitationId` is what to answer. */
export const showNextStep = query({
  http: 'GET /my/next-step',
  input: z.object({}),
  output: z.object({ step: z.enum(nextSteps).nullable(), invitationId: z.uuid().nullable() }),
  allow: signedIn,
  run: async (context: Context) => {
    const { db, actor, now } = context
    const [invitation, { welcomeStep }, facts] = await Promise.all([
      db.selectFrom('bases.invitation').select('id').where('person_id', '=', actor.id!).where('state', '=', 'pending').where('expires_at', '>', now)
        .orderBy('created_at').executeTakeFirst(),
      preferenceOf(context, actor.id),
      db.selectFrom('identity.card as card').select((eb) => [
        'card.is_public',
        eb.or([
          eb.exists(eb.selectFrom('bases.followed_base').select('base_id').where('person_id', '=', actor.id!)),
          eb.exists(eb.selectFrom('bases.followed_person').select('followed_id').where('person_id', '=', actor.id!)),
        ]).as('follows'),
        eb.exists(eb.selectFrom('bases.resource').select('id').where('created_by', '=', actor.id!)).as('writes'),
      ]).where('card.id', '=', actor.id!).executeTakeFirst(),
    ])
    const open: Record<typeof nextSteps[number], boolean> = {
      invitation: invitation !== undefined, welcome: welcomeStep < WELCOMED, follow: !facts?.follows, write: !facts?.writes, profile: !facts?.is_public,
    }
    return { step: nextSteps.find((step) => open[step]) ?? null, invitationId: invitation?.id ?? null }
  },
})
