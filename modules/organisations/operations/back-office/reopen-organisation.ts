import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { organisationReopened } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { anyOrganisation } from './target.ts'

/** Opens a closed organisation again, with all that it had. */
export const reopenOrganisation = command({
  http: 'POST /back-office/organisations/:organisationId/reopening',
  input: z.object({ organisationId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { organisationId }) => anyOrganisation(context, organisationId),
  allow: holds('administrator'),
  when: (organisation) => organisation.closed_at ? undefined : 'organisations.organisation-open',
  run: async ({ db, record }: Context, { organisationId }) => {
    await db.updateTable('organisations.organisation').set((eb) => ({ closed_at: null, version: eb('version', '+', 1) }))
      .where('id', '=', organisationId).execute()
    await record(organisationReopened, { organisationId })
    return null
  },
})
