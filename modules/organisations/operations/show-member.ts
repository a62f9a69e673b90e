import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { stateOn, states } from '../day.ts'
import { DAY, DAYS_TO_RESTORE, later } from '../limits.ts'
import { groupsIn, inCharge, mayGrant, membershipsIn, offered, workplaceOf, type Context } from '../policy.ts'
import { roles } from '../roles.ts'
import { addMembership } from './add-membership.ts'
import { endMembership } from './end-membership.ts'
import { restoreMembership } from './restore-membership.ts'
import { setMembershipDates } from './set-membership-dates.ts'

/** What this person is or was lately in the organisation, as far as one is in charge of it. */
const heldBy = async (context: Context, organisationId: string, personId: string) => membershipsIn(context, organisationId)
  .leftJoin('organisations.group as one', 'one.id', 'membership.group_id').where('membership.person_id', '=', personId)
  .where((eb) => eb.or([eb('membership.ended_at', 'is', null), eb('membership.ended_at', '>', later(context.now, -DAYS_TO_RESTORE * DAY))]))
  .selectAll('membership').select('one.name as group_name').orderBy('membership.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('membership.id').execute()

/** A person of the organisation: their roles, where and until when. Somebody who has none there is not found. */
export const showMember = query({
  http: 'GET /organisations/:organisationId/people/:personId',
  input: z.object({ organisationId: z.uuid(), personId: z.uuid() }),
  output: z.object({
    organisationId: z.uuid(), organisationName: z.string(), personId: z.uuid(), name: z.string().nullable(), title: z.string().nullable(),
    memberships: z.array(z.object({
      id: z.uuid(), role: z.enum(roles), groupName: z.string().nullable(), validFrom: z.string(), validTo: z.string().nullable(),
        source: z.string(),
      endedAt: z.string().nullable(), state: states, version: z.int(), mayChange: z.boolean(), mayRestore: z.boolean(),
    })),
    grantable: z.array(z.enum(roles)),
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
    now: z.string(),
  }),
  on: async (context: Context, { organisationId, personId }) => {
    const place = await workplaceOf(context, organisationId).executeTakeFirst()
    if (!place) return undefined
    const held = await heldBy(context, organisationId, personId)
    // Who is not in charge learns nothing of who is there: the rule answers, whoever they ask for.
    return held.length || !inCharge.holds(context.actor, place) ? { ...place, held } : undefined
  },
  allow: inCharge,
  confidential: true,
  can: {
    addMembership: offered(addMembership, mayGrant), setMembershipDates: offered(setMembershipDates, mayGrant),
    endMembership: offered(endMembership, mayGrant), restoreMembership: offered(restoreMembership, mayGrant),
  },
  run: async (context: Context, { personId }, place) => {
    const person = await context.db.selectFrom('identity.card').select(['name', 'title']).where('id', '=', personId).executeTakeFirst()
    const groups = await groupsIn(context, place.id).where('one.closed_at', 'is', null).select(['one.id', 'one.name'])
      .orderBy(sql`one.name collate kernel.french`).limit(500).execute()
    return {
      organisationId: place.id, organisationName: place.name, personId, name: person?.name ?? null, title: person?.title ?? null, groups,
        now: context.now,
      memberships: place.held.map((row) => {
        const [may, state] = [mayGrant.holds(context.actor, row), stateOn(place.today, row)]
        return {
          id: row.id, role: row.role as 'member', groupName: row.group_name, validFrom: row.valid_from, validTo: row.valid_to,
            source: row.source,
          endedAt: row.ended_at, state, version: row.version, mayChange: may && state !== 'ended', mayRestore: may && state === 'ended'
            && !row.left_by_self,
        }
      }),
      grantable: roles.filter((role) => mayGrant.holds(context.actor, { ...place, role })),
    }
  },
})
