import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { optionalDay, optionalGroup, role } from '../limits.ts'
import { addMember } from '../members.ts'
import { mayGrant, membershipsIn, placeFor, type Context } from '../policy.ts'

/**
 * Gives one more role to somebody who is already in the organisation, and of whom one is in charge: others are invited, so that nobody is
 * put anywhere without a word, and nobody is looked for by their identifier.
 */
export const addMembership = command({
  http: 'POST /organisations/:organisationId/people/:personId/memberships',
  input: z.object({ organisationId: z.uuid(), personId: z.uuid(), role, groupId: optionalGroup, validFrom: optionalDay,
    validTo: optionalDay }),
  output: z.object({ membershipId: z.uuid() }),
  on: async (context: Context, input) => {
    const place = await placeFor(context, input)
    if (!place || !mayGrant.holds(context.actor, place)) return place
    const known = await membershipsIn(context, input.organisationId).where('membership.person_id', '=', input.personId)
      .where('membership.ended_at', 'is', null).select('membership.id').executeTakeFirst()
    return known && place
  },
  allow: mayGrant,
  when: ({ today }, { validTo }) => validTo && validTo < today ? 'organisations.day-past' : undefined,
  run: async (context: Context, input) => {
    const { membershipId, isNew } = await addMember(context, { ...input, source: 'manager' })
    if (!isNew) throw new Refusal('organisations.already-member')
    return { membershipId }
  },
})
