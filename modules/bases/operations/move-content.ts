import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { append, contentOf, draftOf } from '../draft/store.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Moves a part of the draft one place `up` or `down`, or to a position counted from 0; beyond an end it stops there. */
export const moveContent = command({
  http: 'PUT /resources/:resourceId/contents/:contentId/position',
  input: z.object({
    resourceId: z.uuid(), contentId: z.uuid(), direction: z.enum(['up', 'down']).optional(), position: z.int().min(0).optional(),
  }).refine(({ direction, position }) => (direction === undefined) !== (position === undefined), { path: ['position'] }),
  output: z.object({ position: z.int() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { contentId, direction, position }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    const from = draft.contents.indexOf(contentOf(draft, contentId))
    const asked = position ?? (direction === 'up' ? from - 1 : from + 1)
    const to = Math.max(0, Math.min(asked, draft.contents.length - 1))
    if (to !== from) await append(context, resource.id, { type: 'content_reordered', data: { contentId, position: to } })
    return { position: to }
  },
})
