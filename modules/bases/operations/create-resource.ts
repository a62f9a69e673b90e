import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { begin } from '../draft/store.ts'
import { description, title } from '../limits.ts'
import { placeFor, writesThere, type Context } from '../policy.ts'
import { warnOfTwin } from '../titles/twins.ts'

/** Begins a draft, of one's own or in a base. It is public once published, as the commons is; its base may be private. */
export const createResource = command({
  http: 'POST /resources',
  input: z.object({ title, description: description.default(''), baseId: z.uuid().nullable().default(null), warnOfTwin: z.boolean().default(false) }),
  output: z.object({ resourceId: z.uuid() }),
  on: (context: Context, { baseId }) => placeFor(context, baseId),
  allow: writesThere,
  run: async (context: Context, { title, description, warnOfTwin: warn }, { base_id, base_is_public }) => {
    await warnOfTwin(context, 'resource', title, warn)
    const resourceId = v7()
    await context.db.insertInto('bases.resource')
      .values({ id: resourceId, created_by: context.actor.id!, base_id, base_is_public, created_at: context.now }).execute()
    await begin(context, resourceId, { type: 'created', data: { title, description, baseId: base_id } })
    return { resourceId }
  },
})
