import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { mailingOf } from '#modules/identity/api.ts'
import type { Context } from '../policy.ts'
import { updateSharedProfile } from './update-shared-profile.ts'

const link = z.string().nullable()

/** One's own links and whether one's address is shown. */
export const showSharedProfile = query({
  http: 'GET /my/shared-profile',
  input: z.object({}),
  output: z.object({ personId: z.uuid(), website: link, linkedin: link, facebook: link, twitter: link, emailIsPublic: z.boolean(),
    email: link,
    withheld: z.enum(['waiting', 'hidden', 'deleted']).nullable() }),
  allow: signedIn,
  can: { updateSharedProfile },
  run: async (context: Context) => {
    const [row, mailing] = await Promise.all([
      context.db.selectFrom('bases.profile').selectAll().where('person_id', '=', context.actor.id!).executeTakeFirst(),
      mailingOf(context, context.actor.id!),
    ])
    const { website = null, linkedin = null, facebook = null, twitter = null, email_is_public: emailIsPublic = false } = row ?? {}
    return { personId: context.actor.id!, website, linkedin, facebook, twitter, emailIsPublic, email: mailing?.email ?? null,
      withheld: (row?.withheld ?? null) as 'waiting' | null }
  },
})
