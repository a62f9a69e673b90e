import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import {
  groupsIn, inCharge, invitationsIn, managesOrganisation, membershipsIn, offered, receives, requestsIn, workplaceOf, type Context,
} from '../policy.ts'
import { organisationKinds } from '../roles.ts'
import { editOrganisation } from './edit-organisation.ts'

/** An organisation for those in charge of it, or of a programme of it: what it is and how much there is to look after. */
export const showOrganisation = query({
  http: 'GET /organisations/:organisationId',
  input: z.object({ organisationId: z.uuid() }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), siret: z.string().nullable(), uai: z.string().nullable(),
    parentName: z.string().nullable(), acceptsRequests: z.boolean(), welcome: z.string().nullable(), timeZone: z.string(), version: z.int(),
    people: z.int(), groups: z.int(), invitations: z.int(),
    /** None for those who do not answer requests. */
    requests: z.int().nullable(),
  }),
  on: (context: Context, { organisationId }) => workplaceOf(context, organisationId).executeTakeFirst(),
  allow: inCharge,
  confidential: true,
  can: { editOrganisation: offered(editOrganisation, managesOrganisation) },
  run: async (context: Context, _, place) => {
    const number = async (rows: Promise<{ n: number } | undefined>) => (await rows)?.n ?? 0
    const [parent, people, groups, invitations, requests] = await Promise.all([
      place.parent_id ? context.db.selectFrom('organisations.card').select('name').where('id', '=', place.parent_id).executeTakeFirst()
        : undefined,
      number(membershipsIn(context, place.id).where('membership.ended_at', 'is', null)
        .where((eb) => eb.or([eb('membership.valid_to', 'is', null), eb('membership.valid_to', '>=', place.today)]))
        .select((eb) => eb.fn.count<number>('membership.person_id').distinct().as('n')).executeTakeFirst()),
      number(groupsIn(context, place.id).where('one.closed_at', 'is', null).select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirst()),
      number(invitationsIn(context, place.id).where('invitation.accepted_at', 'is', null).where('invitation.revoked_at', 'is', null)
        .where('invitation.expires_at', '>', context.now).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst()),
      receives.holds(context.actor, place)
        ? number(requestsIn(context, place.id).where('request.state', '=', 'pending').select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirst())
        : null,
    ])
    return {
      organisationId: place.id, name: place.name, kind: place.kind as 'establishment', siret: place.siret, uai: place.uai,
      parentName: parent?.name ?? null, acceptsRequests: place.accepts_requests, welcome: place.welcome, timeZone: place.time_zone,
      version: place.version, people, groups, invitations, requests,
    }
  },
})
