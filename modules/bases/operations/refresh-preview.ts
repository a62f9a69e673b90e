import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { contentOf, draftOf } from '../draft/store.ts'
import { linkWritten } from '../events.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Asks that the page of a link be read again: it has changed, or did not answer. */
export const refreshPreview = command({
  http: 'POST /resources/:resourceId/contents/:contentId/preview',
  input: z.object({ resourceId: z.uuid(), contentId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { contentId }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    if (contentOf(draft, contentId).type !== 'link') throw new Refusal('bases.not-a-link')
    await context.record(linkWritten, { resourceId: resource.id, contentId, again: true })
    return null
  },
})
