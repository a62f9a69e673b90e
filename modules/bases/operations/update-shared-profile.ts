import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { address } from '../limits.ts'
import type { Context } from '../policy.ts'
import { indexProfiles } from '../profile-index.ts'
import { holdProfileIfSpam } from '../moderation/withholding.ts'

export const links = { website: address.nullable().default(null), linkedin: address.nullable().default(null), facebook: address.nullable().default(null), twitter: address.nullable().default(null) }

/** What one shows of oneself in the commons beside one's name: links, and one's address or not. A profile that is private shows nothing of it. */
export const updateSharedProfile = command({
  http: 'PUT /my/shared-profile',
  input: z.object({ ...links, emailIsPublic: z.boolean().default(false) }),
  output: z.null(),
  allow: signedIn,
  run: async (context: Context, { emailIsPublic, ...links }) => {
    const { db, actor } = context
    const columns = { ...links, email_is_public: emailIsPublic }
    await db.insertInto('bases.profile').values({ person_id: actor.id!, ...columns })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(columns)).execute()
    await holdProfileIfSpam(context, actor.id!)
    await indexProfiles(context, [actor.id!])
    return null
  },
})
