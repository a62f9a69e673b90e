import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { owns, signedIn } from '#kernel/operation/rule.ts'
import { stateOn, states } from '../day.ts'
import { inCharge, offered, workplaceOf, type Context } from '../policy.ts'
import { organisationKinds, roles } from '../roles.ts'
import { leaveOrganisation } from './leave-organisation.ts'
import { withdrawJoinRequest } from './withdraw-join-request.ts'

const mine = (context: Context) => context.db.selectFrom('organisations.membership as membership')
  .innerJoin('organisations.organisation as organisation', 'organisation.id', 'membership.organisation_id')
  .leftJoin('organisations.group as one', 'one.id', 'membership.group_id')
  .where(owns('person_id').where(context.actor, 'membership')).where('membership.ended_at', 'is', null)
  .where(sql<boolean>`coalesce(membership.valid_to, 'infinity') >= organisations.today(organisation.time_zone)`)
  .select([
    'organisation.id', 'organisation.name', 'organisation.kind', 'organisation.closed_at', 'membership.role', 'membership.valid_from',
      'membership.valid_to',
    'membership.ended_at', 'one.name as group_name', sql<string>`organisations.today(organisation.time_zone)::text`.as('today'),
  ]).orderBy(sql`organisation.name collate kernel.french`).orderBy('organisation.id').orderBy('membership.id').execute()

const asked = (context: Context) => context.db.selectFrom('organisations.join_request as request')
  .innerJoin('organisations.organisation as organisation', 'organisation.id', 'request.organisation_id')
  .where(owns('person_id').where(context.actor, 'request'))
  .where((eb) => eb.or([
    eb('request.state', '=', 'pending'),
    eb.and([eb('request.state', '=', 'refused'), eb('request.decided_at', '>', sql<string>`now() - interval '30 days'`)]),
  ]))
  .select(['request.id', 'organisation.name', 'request.state', 'request.reason', 'request.created_at', 'request.decided_at'])
  .orderBy('request.created_at', 'desc').limit(20).execute()

/** Where one is, as what and until when, and where one asked to be. */
export const listMyOrganisations = query({
  http: 'GET /my/organisations',
  input: z.object({}),
  output: z.object({
    organisations: z.array(z.object({
      id: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), isClosed: z.boolean(), manages: z.boolean(),
      roles: z.array(z.object({ role: z.enum(roles), groupName: z.string().nullable(), validFrom: z.string(), validTo: z.string()
        .nullable(), state: states })),
    })),
    requests: z.array(z.object({
      id: z.uuid(), organisationName: z.string(), state: z.enum(['pending', 'refused']), reason: z.string().nullable(),
        createdAt: z.string(),
      decidedAt: z.string().nullable(),
    })),
    now: z.string(),
  }),
  allow: signedIn,
  confidential: true,
  can: { leaveOrganisation: offered(leaveOrganisation, signedIn), withdrawJoinRequest: offered(withdrawJoinRequest, signedIn) },
  run: async (context: Context) => {
    const [rows, requests] = await Promise.all([mine(context), asked(context)])
    const organisations = await Promise.all([...Map.groupBy(rows, ({ id }) => id).values()].map(async (held) => {
      const { id, name, kind, closed_at } = held[0]!
      const place = await workplaceOf(context, id).executeTakeFirst()
      return {
        id, name, kind: kind as 'establishment', isClosed: closed_at !== null, manages: place !== undefined
          && inCharge.holds(context.actor, place),
        roles: held.map((row) => ({
          role: row.role as 'member', groupName: row.group_name, validFrom: row.valid_from, validTo: row.valid_to,
            state: stateOn(row.today, row),
        })),
      }
    }))
    return {
      organisations, now: context.now,
      requests: requests.map((row) => ({
        id: row.id, organisationName: row.name, state: row.state as 'pending', reason: row.reason, createdAt: row.created_at,
          decidedAt: row.decided_at,
      })),
    }
  },
})
