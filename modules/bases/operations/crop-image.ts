import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { cropped } from '../crop.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { append, checkVersion, contentOf, draftOf } from '../draft/store.ts'
import { side, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/**
 * Shows a part of an image instead of the whole: `fileId` is the part, already cut (`cut` of the files), the rectangle is in the pixels of the
 * original, which is kept. Without a file the whole image is back.
 * @throws Refusal `bases.content-stale` when someone has written the content since.
 */
export const cropImage = command({
  http: 'PUT /resources/:resourceId/contents/:contentId/crop',
  input: z.object({
    resourceId: z.uuid(), contentId: z.uuid(), version, fileId: z.uuid().optional(), x: side.default(0), y: side.default(0),
    width: side.min(16).default(16), height: side.min(16).default(16),
  }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { contentId, version, fileId, x, y, width, height }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    const { version: current, crop, ...before } = contentOf(draft, contentId)
    checkVersion('bases.content-stale', current, version)
    if (before.type !== 'image' || before.fileId === null) throw new Refusal('bases.not-an-image')
    const picture = await cropped(context, { fileId: before.fileId, crop }, fileId, { x, y, width, height })
    if (!picture) return { version }
    await holdDraftFile(context, resource, contentId, picture.fileId)
    return { version: await append(context, resource.id, { type: 'content_edited', data: { content: { ...before, ...picture } } }) }
  },
})
