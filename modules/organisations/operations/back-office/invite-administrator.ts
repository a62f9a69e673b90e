import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { invite } from '../../invitations.ts'
import type { Context } from '../../policy.ts'
import { anyOrganisation } from './target.ts'

/** Names somebody to administer an organisation, the first or when nobody is left: they accept by the mail, with that address proved. */
export const inviteAdministrator = command({
  http: 'POST /back-office/organisations/:organisationId/administrators',
  input: z.object({ organisationId: z.uuid(), email: z.email().max(254).toLowerCase() }),
  output: z.object({ invitationId: z.uuid() }),
  on: (context: Context, { organisationId }) => anyOrganisation(context, organisationId),
  allow: holds('administrator'),
  when: (organisation) => organisation.closed_at ? 'organisations.organisation-closed' : undefined,
  run: async (context: Context, { organisationId, email }) => ({
    invitationId: await invite(context, { organisationId, email, role: 'structure-manager', byPlatform: true }),
  }),
})
