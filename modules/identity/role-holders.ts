import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import type { PlatformRole } from './platform-roles.ts'

/**
 * Who holds a role of the platform, those suspended or gone included: whoever tells them leaves those out. The table has a row a role and
 * holder, so that nobody else's account is looked at.
 */
export const holdersOf = async (context: KernelContext, role: PlatformRole): Promise<string[]> =>
  (await (context as Context).db.selectFrom('identity.grant').select('person_id').where('scope', '=', 'platform').where('role', '=', role)
    .orderBy('person_id').execute()).flatMap(({ person_id: id }) => id ?? [])
