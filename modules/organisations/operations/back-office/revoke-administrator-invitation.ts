import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { revoke } from '../../invitations.ts'
import type { Context } from '../../policy.ts'

/** Takes back an invitation of any organisation: its links open nothing any more. */
export const revokeAdministratorInvitation = command({
  http: 'DELETE /back-office/organisations/:organisationId/invitations/:invitationId',
  input: z.object({ organisationId: z.uuid(), invitationId: z.uuid() }),
  output: z.null(),
  on: ({ db }: Context, { organisationId, invitationId }) => db.selectFrom('organisations.invitation').selectAll()
    .where('organisation_id', '=', organisationId).where('id', '=', invitationId).forNoKeyUpdate().executeTakeFirst(),
  allow: holds('administrator'),
  when: (row) => row.accepted_at || row.revoked_at ? 'organisations.invitation-ended' : undefined,
  run: async (context: Context, _, row) => {
    await revoke(context, row)
    return null
  },
})
