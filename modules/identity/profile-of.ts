import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/** What a person says of themselves beside their card. */
export interface Profile { about: string | null; location: string | null; department: string | null }

/** Who asks has checked that they may see the profile: this checks nothing. */
export const profileOf = async (context: KernelContext, personId: string): Promise<Profile | undefined> =>
  (context as Context).db.selectFrom('identity.person').select(['about', 'location', 'department']).where('id', '=', personId).executeTakeFirst()
