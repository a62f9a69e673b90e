import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { PAGE } from '../limits.ts'
import { groupsIn, mayGrant, offered, receives, requestsIn, workplaceOf, type Context } from '../policy.ts'
import { roles } from '../roles.ts'
import { acceptJoinRequest } from './accept-join-request.ts'
import { refuseJoinRequest } from './refuse-join-request.ts'

/** Who asks to be in the organisation, the oldest first. */
export const listJoinRequests = query({
  http: 'GET /organisations/:organisationId/join-requests',
  input: z.object({ organisationId: z.uuid(), after: z.uuid().optional() }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(), acceptsRequests: z.boolean(), next: z.uuid().nullable(),
    requests: z.array(z.object({
      id: z.uuid(), personName: z.string().nullable(), personTitle: z.string().nullable(), message: z.string().nullable(),
        createdAt: z.string(),
    })),
    grantable: z.array(z.enum(roles)),
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
    now: z.string(),
  }),
  on: (context: Context, { organisationId }) => workplaceOf(context, organisationId).executeTakeFirst(),
  allow: receives,
  confidential: true,
  can: { acceptJoinRequest: offered(acceptJoinRequest, mayGrant), refuseJoinRequest: offered(refuseJoinRequest, receives) },
  run: async (context: Context, { after }, place) => {
    const [rows, groups] = await Promise.all([
      requestsIn(context, place.id).innerJoin('identity.card as person', 'person.id', 'request.person_id')
        .where('request.state', '=', 'pending').where('person.is_erased', '=', false)
        .$if(after !== undefined, (query) => query.where('request.id', '>', after!))
        .select(['request.id', 'request.message', 'request.created_at as createdAt', 'person.name as personName',
          'person.title as personTitle'])
        .orderBy('request.id').limit(PAGE + 1).execute(),
      groupsIn(context, place.id).where('one.closed_at', 'is', null).select(['one.id', 'one.name'])
        .orderBy(sql`one.name collate kernel.french`)
        .limit(500).execute(),
    ])
    return {
      organisationId: place.id, name: place.name, acceptsRequests: place.accepts_requests, requests: rows.slice(0, PAGE), groups,
        now: context.now,
      next: rows.length > PAGE ? rows[PAGE - 1]!.id : null,
      grantable: roles.filter((role) => mayGrant.holds(context.actor, { ...place, role })),
    }
  },
})
