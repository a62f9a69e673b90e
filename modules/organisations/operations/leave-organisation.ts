import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { endMemberships } from '../members.ts'
import type { Context } from '../policy.ts'

/** Ends all that one is in an organisation, closed ones too; its last administrator names another one first. */
export const leaveOrganisation = command({
  http: 'POST /organisations/:organisationId/departure',
  input: z.object({ organisationId: z.uuid() }),
  output: z.null(),
  on: async ({ db, actor }: Context, { organisationId }) => {
    const organisation = await db.selectFrom('organisations.organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate()
      .executeTakeFirst()
    if (!organisation || !actor.id) return undefined
    const rows = await db.selectFrom('organisations.membership').select(['id', 'person_id']).where('organisation_id', '=', organisationId)
      .where('person_id', '=', actor.id).where('ended_at', 'is', null).execute()
    return rows.length ? rows : undefined
  },
  allow: signedIn,
  run: async (context: Context, { organisationId }, rows) => {
    await endMemberships(context, organisationId, rows, { self: true })
    return null
  },
})
