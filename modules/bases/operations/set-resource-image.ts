import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { checkImage } from '../draft/contents.ts'
import { append, checkVersion, draftOf } from '../draft/store.ts'
import { alternative, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** The picture of the resource on its card and at the head of its page; none when no file is given. The same picture keeps its crop. */
export const setResourceImage = command({
  http: 'PUT /resources/:resourceId/image',
  input: z.object({ resourceId: z.uuid(), version, fileId: z.uuid().nullable().default(null), alt: alternative.default('') }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { version, fileId, alt }, resource) => {
    const { draft: { image } } = await draftOf(context, resource.id)
    checkVersion('bases.part-stale', image.version, version)
    if (fileId !== null) await checkImage(context, fileId)
    await holdDraftFile(context, resource, 'image', fileId)
    const picture = fileId === null ? { fileId, alt: '' }
      : { fileId, alt, ...image.crop && fileId === image.fileId && { crop: image.crop } }
    return { version: await append(context, resource.id, { type: 'image_edited', data: picture }) }
  },
})
