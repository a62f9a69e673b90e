import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { checkAdministered } from '../administrators.ts'
import { day } from '../day.ts'
import { memberChanged } from '../events.ts'
import { optionalDay } from '../limits.ts'
import { checkMember } from '../members.ts'
import { lockedMembership, mayGrant, type Context } from '../policy.ts'
import type { Role } from '../roles.ts'

/** From when and until when somebody has a role. The last administrator's cannot be shortened. */
export const setMembershipDates = command({
  http: 'PATCH /memberships/:membershipId',
  input: z.object({ membershipId: z.uuid(), validFrom: day, validTo: optionalDay }),
  output: z.object({ version: z.int() }),
  on: (context: Context, { membershipId }) => lockedMembership(context, membershipId),
  allow: mayGrant,
  versioned: true,
  when: (membership) => membership.ended_at ? 'organisations.membership-ended' : undefined,
  run: async (context: Context, { validFrom, validTo = null }, membership) => {
    checkMember({ role: membership.role as Role, groupId: membership.group_id, validFrom, validTo })
    const last = validFrom > membership.today ? undefined : validTo
    await checkAdministered(context, membership.organisation_id, new Map([[membership.id, last]]))
    const version = membership.version + 1
    await context.db.updateTable('organisations.membership').set({ valid_from: validFrom, valid_to: validTo, version })
      .where('organisation_id', '=', membership.organisation_id).where('id', '=', membership.id).execute()
    await context.record(memberChanged, { organisationId: membership.organisation_id, membershipId: membership.id,
      personId: membership.person_id })
    return { version }
  },
})
