import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { heldBy } from '../../everywhere.ts'
import { openedBy } from '../../held.ts'
import type { Context } from '../../policy.ts'
import { accessSettings } from '../../settings.ts'
import { right } from '../../shapes.ts'

/** What may this person do: every role that they hold today, wherever, and all that those open. */
export const showPersonRights = query({
  http: 'GET /back-office/rights/people/:personId',
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    personId: z.uuid(), name: z.string().nullable(), rights: z.array(right),
    grants: z.array(z.object({ scope: z.string(), id: z.string(), role: z.string() })),
  }),
  on: ({ db }: Context, { personId }) => db.selectFrom('identity.card').select(['id', 'name'])
    .where('id', '=', personId).executeTakeFirst(),
  allow: holds('administrator'),
  run: async (context: Context, _, { id, name }) => {
    const { modules } = accessSettings()
    const grants = await heldBy(context, modules, id)
    return { personId: id, name, rights: openedBy(modules, grants), grants }
  },
})
