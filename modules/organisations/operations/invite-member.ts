import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { invite } from '../invitations.ts'
import { optionalDay, optionalGroup, role, words } from '../limits.ts'
import { mayGrant, placeFor, type Context } from '../policy.ts'

/** Invites somebody by mail, known or not, to a role that one may give. The answer says nothing of who has the address. */
export const inviteMember = command({
  http: 'POST /organisations/:organisationId/invitations',
  input: z.object({
    organisationId: z.uuid(), email: z.email().max(254).toLowerCase(), role, groupId: optionalGroup, validTo: optionalDay,
      message: words.default(''),
  }),
  output: z.object({ invitationId: z.uuid() }),
  on: (context: Context, input) => placeFor(context, input),
  allow: mayGrant,
  when: ({ today }, { validTo }) => validTo && validTo < today ? 'organisations.day-past' : undefined,
  run: async (context: Context, input) => ({ invitationId: await invite(context, { ...input, byPlatform: false }) }),
})
