import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { groupsIn, inCharge, keepsGroup, offered, workplaceOf, type Context } from '../policy.ts'
import { groupKinds } from '../roles.ts'
import { closeGroup } from './close-group.ts'
import { createGroup } from './create-group.ts'
import { editGroup } from './edit-group.ts'
import { reopenGroup } from './reopen-group.ts'

/** A wider organisation than that is better served by its own system, which names groups by an import. */
const MOST = 2000

const people = (today: string) => sql<number>`(select count(distinct membership.person_id) from organisations.membership
  where membership.organisation_id = one.organisation_id and membership.group_id = one.id and membership.ended_at is null
    and coalesce(membership.valid_to, 'infinity') >= ${today}::date)`

/** Groups that one manages, each under the one that it is within: open ones, and those closed. */
export const listGroups = query({
  http: 'GET /organisations/:organisationId/groups',
  input: z.object({ organisationId: z.uuid() }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(), grantsWhole: z.boolean(),
    groups: z.array(z.object({
      id: z.uuid(), kind: z.enum(groupKinds), name: z.string(), code: z.string().nullable(), parentId: z.uuid().nullable(), people: z.int(),
      closedAt: z.string().nullable(), version: z.int(), mayClose: z.boolean(),
    })),
  }),
  on: (context: Context, { organisationId }) => workplaceOf(context, organisationId).executeTakeFirst(),
  allow: inCharge,
  confidential: true,
  can: {
    createGroup: offered(createGroup, inCharge), editGroup: offered(editGroup, inCharge), closeGroup: offered(closeGroup, inCharge),
    reopenGroup: offered(reopenGroup, inCharge),
  },
  run: async (context: Context, _, place) => {
    const rows = await groupsIn(context, place.id).selectAll('one').select(people(place.today).as('people'))
      .orderBy(sql`one.name collate kernel.french`).orderBy('one.id').limit(MOST).execute()
    return {
      organisationId: place.id, name: place.name, grantsWhole: inCharge.holds(context.actor, { ...place, group_id: null }),
      groups: rows.map((row) => ({
        id: row.id, kind: row.kind as 'class', name: row.name, code: row.code, parentId: row.parent_id, people: row.people,
          closedAt: row.closed_at,
        version: row.version, mayClose: keepsGroup.holds(context.actor, row),
      })),
    }
  },
})
