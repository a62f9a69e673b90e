import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { isRole } from '#modules/organisations/api.ts'
import type { Audience } from '../audience.ts'
import type { Context } from '../policy.ts'

/** Whom an organisation tells: all its people, those of a role, or those of a group. */
export const within = { role: z.string().max(50).nullish(), groupId: z.uuid().nullish() }

/** @throws Refusal when the role does not exist, or when nobody is in this group of this organisation. */
export const audienceWithin = async ({ db }: Context, organisationId: string,
  given: { role?: string | null; groupId?: string | null }): Promise<Audience> => {
  const [role, groupId] = [given.role || null, given.groupId || null]
  if (role !== null && !isRole(role)) throw new Refusal('announcements.no-such-role', {}, 422)
  if (groupId !== null && !await db.selectFrom('organisations.holding').select('group_id').where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId).limit(1).executeTakeFirst()) throw new Refusal('announcements.no-such-group', {}, 422)
  return { audience: groupId ? 'group' : role ? 'role' : 'organisation', organisationId, role, groupId, personIds: null }
}
