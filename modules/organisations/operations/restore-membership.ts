import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { memberChanged } from '../events.ts'
import { DAY, DAYS_TO_RESTORE, later } from '../limits.ts'
import { lockedMembership, mayGrant, type Context } from '../policy.ts'

/** Brings back a role that was ended by hand. Who left by themselves is invited anew. */
export const restoreMembership = command({
  http: 'POST /memberships/:membershipId/restoration',
  input: z.object({ membershipId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { membershipId }) => lockedMembership(context, membershipId),
  allow: mayGrant,
  when: ({ ended_at, left_by_self }, _, { now }) => {
    if (!ended_at) return 'organisations.membership-not-ended'
    return left_by_self || ended_at < later(now, -DAYS_TO_RESTORE * DAY) ? 'organisations.not-restorable' : undefined
  },
  run: async (context: Context, _, membership) => {
    const { organisation_id, person_id, role, group_id, id } = membership
    const again = await context.db.selectFrom('organisations.membership').select('id').where('organisation_id', '=', organisation_id)
      .where('person_id', '=', person_id).where('role', '=', role).where('group_id', 'is not distinct from', group_id)
        .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (again) throw new Refusal('organisations.already-member')
    await context.db.updateTable('organisations.membership').set((eb) => ({ ended_at: null, version: eb('version', '+', 1) }))
      .where('organisation_id', '=', organisation_id).where('id', '=', id).execute()
    await context.record(memberChanged, { organisationId: organisation_id, membershipId: id, personId: person_id })
    return null
  },
})
