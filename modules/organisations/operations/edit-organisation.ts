import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { organisationChanged } from '../events.ts'
import { words } from '../limits.ts'
import { lockedWorkplace, managesOrganisation, type Context } from '../policy.ts'

/**
 * What an organisation says of itself. Its kind and its identifiers are what others recognise it by: only the platform's administrators
 * change those.
 */
export const editOrganisation = command({
  http: 'PATCH /organisations/:organisationId',
  input: z.object({ organisationId: z.uuid(), name: z.string().trim().min(2).max(150), acceptsRequests: z.boolean(), welcome: words }),
  output: z.object({ version: z.int() }),
  on: (context: Context, { organisationId }) => lockedWorkplace(context, organisationId),
  allow: managesOrganisation,
  versioned: true,
  run: async ({ db, record }: Context, { name, acceptsRequests, welcome }, organisation) => {
    const version = organisation.version + 1
    await db.updateTable('organisations.organisation').set({ name, accepts_requests: acceptsRequests, welcome: welcome || null, version })
      .where('id', '=', organisation.id).execute()
    await record(organisationChanged, { organisationId: organisation.id })
    return { version }
  },
})
