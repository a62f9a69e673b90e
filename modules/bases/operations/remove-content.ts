import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { append, checkVersion, contentOf, draftOf } from '../draft/store.ts'
import { version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Takes a part out of the draft, as the person saw it: `bases.content-stale` when someone has written it since. */
export const removeContent = command({
  http: 'DELETE /resources/:resourceId/contents/:contentId',
  input: z.object({ resourceId: z.uuid(), contentId: z.uuid(), version }),
  output: z.null(),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { contentId, version }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    const content = contentOf(draft, contentId)
    checkVersion('bases.content-stale', content.version, version)
    if (content.fileId) await holdDraftFile(context, resource, contentId, null)
    await append(context, resource.id, { type: 'content_removed', data: { contentId } })
    return null
  },
})
