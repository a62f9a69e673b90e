import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { cropped, cropShape, frameOf } from '../crop.ts'
import { append, checkVersion, draftOf } from '../draft/store.ts'
import { version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { ratios } from '../web/crop-frame.ts'

/**
 * Shows a part of the picture of a resource, in 16:9 as cards do: the history says that the image was edited, and holds the whole.
 * @throws Refusal `bases.part-stale` when someone has changed the picture since, `bases.no-picture`.
 */
export const cropResourceImage = command({
  http: 'PUT /resources/:resourceId/image/crop',
  input: z.object({ resourceId: z.uuid(), version, ...cropShape }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { version, ...asked }, resource) => {
    const { draft: { image } } = await draftOf(context, resource.id)
    checkVersion('bases.part-stale', image.version, version)
    const { fileId, alt, crop } = image
    if (fileId === null) throw new Refusal('bases.no-picture', {}, 409)
    const picture = await cropped(context, { fileId, crop }, asked.fileId, frameOf(asked, ratios.resource))
    if (!picture) return { version }
    await holdDraftFile(context, resource, 'image', picture.fileId)
    return { version: await append(context, resource.id, { type: 'image_edited', data: { ...picture, alt } }) }
  },
})
