import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { allOf } from '#kernel/operation/rule.ts'
import { optionalDay, optionalGroup, role } from '../limits.ts'
import { addMember } from '../members.ts'
import { decide } from '../requests.ts'
import { mayGrant, placeFor, receives, requestsIn, type Context } from '../policy.ts'

/** Lets in somebody who asked, with a role that one may give. */
export const acceptJoinRequest = command({
  http: 'POST /organisations/:organisationId/join-requests/:requestId/acceptance',
  input: z.object({ organisationId: z.uuid(), requestId: z.uuid(), role, groupId: optionalGroup, validTo: optionalDay }),
  output: z.object({ membershipId: z.uuid() }),
  on: async (context: Context, input) => {
    const place = await placeFor(context, input)
    const request = place && await requestsIn(context, input.organisationId).where('request.id', '=', input.requestId)
      .select(['request.id', 'request.person_id', 'request.state']).forNoKeyUpdate('request').executeTakeFirst()
    return request && { ...place, request }
  },
  allow: allOf(receives, mayGrant),
  when: ({ request, today }, { validTo }) => {
    if (request.state !== 'pending') return 'organisations.request-decided'
    return validTo && validTo < today ? 'organisations.day-past' : undefined
  },
  run: async (context: Context, { organisationId, role, groupId, validTo }, { request }) => {
    const { membershipId } = await addMember(context, { organisationId, personId: request.person_id, role, groupId, validTo,
      source: 'join-request' })
    await decide(context, { organisationId, requestId: request.id, state: 'accepted' })
    return { membershipId }
  },
})
