import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { endMemberships } from '../members.ts'
import { lockedMembership, mayGrant, type Context } from '../policy.ts'

/** Ends a role at once. It can be brought back for thirty days. */
export const endMembership = command({
  http: 'DELETE /memberships/:membershipId',
  input: z.object({ membershipId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { membershipId }) => lockedMembership(context, membershipId),
  allow: mayGrant,
  when: (membership) => membership.ended_at ? 'organisations.membership-ended' : undefined,
  run: async (context: Context, _, membership) => {
    await endMemberships(context, membership.organisation_id, [membership], { self: false })
    return null
  },
})
