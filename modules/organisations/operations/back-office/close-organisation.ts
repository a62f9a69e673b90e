import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { organisationClosed } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { anyOrganisation } from './target.ts'

/** Closes an organisation: none of its roles gives anything any more. All stays, and it can be opened again. */
export const closeOrganisation = command({
  http: 'POST /back-office/organisations/:organisationId/closing',
  input: z.object({ organisationId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { organisationId }) => anyOrganisation(context, organisationId),
  allow: holds('administrator'),
  when: (organisation) => organisation.closed_at ? 'organisations.organisation-closed' : undefined,
  run: async ({ db, now, record }: Context, { organisationId }) => {
    await db.updateTable('organisations.organisation').set((eb) => ({ closed_at: now, version: eb('version', '+', 1) }))
      .where('id', '=', organisationId).execute()
    await record(organisationClosed, { organisationId })
    return null
  },
})
