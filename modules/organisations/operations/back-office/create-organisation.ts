import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { organisationCreated } from '../../events.ts'
import { invite } from '../../invitations.ts'
import type { Context } from '../../policy.ts'
import { columnsOf } from './target.ts'
import { written } from './written.ts'

/** Opens an organisation, and invites whoever will administer it. */
export const createOrganisation = command({
  http: 'POST /back-office/organisations',
  input: written.extend({ administrator: z.email().max(254).toLowerCase().optional() }),
  output: z.object({ organisationId: z.uuid() }),
  allow: holds('administrator'),
  run: async (context: Context, { administrator, ...input }) => {
    const organisationId = v7()
    await context.db.insertInto('organisations.organisation')
      .values({ id: organisationId, ...await columnsOf(context, input), created_at: context.now }).execute()
    await context.record(organisationCreated, { organisationId })
    if (administrator) await invite(context, { organisationId, email: administrator, role: 'structure-manager', byPlatform: true })
    return { organisationId }
  },
})
