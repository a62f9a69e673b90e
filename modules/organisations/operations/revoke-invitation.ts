import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { revoke } from '../invitations.ts'
import { lockedInvitation, mayGrant, type Context } from '../policy.ts'

/** Takes an invitation back: its links open nothing any more. */
export const revokeInvitation = command({
  http: 'DELETE /organisations/:organisationId/invitations/:invitationId',
  input: z.object({ organisationId: z.uuid(), invitationId: z.uuid() }),
  output: z.null(),
  on: (context: Context, input) => lockedInvitation(context, input),
  allow: mayGrant,
  when: (row) => row.accepted_at || row.revoked_at ? 'organisations.invitation-ended' : undefined,
  run: async (context: Context, _, row) => {
    await revoke(context, row)
    return null
  },
})
