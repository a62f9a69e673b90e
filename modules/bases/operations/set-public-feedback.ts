import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { append, draftOf } from '../draft/store.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Opens the resource to opinions or closes it to them, with the next publication; those that were given are kept, unseen. */
export const setPublicFeedback = command({
  http: 'PUT /resources/:resourceId/public-feedback',
  input: z.object({ resourceId: z.uuid(), publicFeedback: z.boolean() }),
  output: z.null(),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { publicFeedback }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    if (draft.publicFeedback !== publicFeedback) await append(context, resource.id, { type: 'public_feedback_changed', data: { publicFeedback } })
    return null
  },
})
