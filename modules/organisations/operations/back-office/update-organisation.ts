import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { organisationChanged } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { anyOrganisation, columnsOf } from './target.ts'
import { written } from './written.ts'

/** What an organisation is recognised by: its kind, its numbers, what it is part of. */
export const updateOrganisation = command({
  http: 'PATCH /back-office/organisations/:organisationId',
  input: written.extend({ organisationId: z.uuid() }),
  output: z.object({ version: z.int() }),
  on: (context: Context, { organisationId }) => anyOrganisation(context, organisationId),
  allow: holds('administrator'),
  versioned: true,
  run: async (context: Context, { organisationId, ...input }, organisation) => {
    const version = organisation.version + 1
    await context.db.updateTable('organisations.organisation').set({ ...await columnsOf(context, input, organisationId), version })
      .where('id', '=', organisationId).execute()
    await context.record(organisationChanged, { organisationId })
    return { version }
  },
})
