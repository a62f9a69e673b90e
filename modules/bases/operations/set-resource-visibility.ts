import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { append } from '../draft/store.ts'
import { resourcePublished, resourceUnpublished } from '../events.ts'
import type { Indexation } from '../draft/draft.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'
import { missingIndexation, protectAgain, type ResourceRow } from '../publishing/publishing.ts'

const indexationOf = ({ themes, support_types, audiences }: ResourceRow) =>
  ({ themes, supportTypes: support_types, audiences }) as Indexation

/** Public or private, at once: what is published is shown or withdrawn in this transaction, its files and search included. */
export const setResourceVisibility = command({
  http: 'PUT /resources/:resourceId/visibility',
  input: z.object({ resourceId: z.uuid(), isPublic: z.boolean() }),
  output: z.object({ isPublic: z.boolean(), isOpen: z.boolean() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  when: ({ withheld }, { isPublic }) => withheld !== null && isPublic ? 'bases.withheld' : undefined,
  run: async (context: Context, { isPublic }, resource) => {
    if (resource.is_public === isPublic) return { isPublic, isOpen: resource.is_open }
    const missing = isPublic && resource.published_at !== null ? missingIndexation(indexationOf(resource)) : []
    if (missing[0]) throw new Refusal(missing[0])
    const after = await context.db.updateTable('bases.resource').where('id', '=', resource.id)
      .set({ is_public: isPublic, version: resource.version + 1 }).returningAll().executeTakeFirstOrThrow()
    await append(context, resource.id, { type: 'visibility_changed', data: { isPublic } })
    await protectAgain(context, after)
    if (after.is_open) await context.record(resourcePublished, { resourceId: resource.id, again: true })
    else if (resource.is_open) await context.record(resourceUnpublished, { resourceId: resource.id })
    return { isPublic, isOpen: after.is_open }
  },
})
