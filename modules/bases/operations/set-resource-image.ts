import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { checkImage } from '../draft/contents.ts'
import { append, checkVersion, draftOf } from '../draft/store.ts'
import { alternative, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** The picture of the resource on its card and at the head of its page; none when no file is given. */
export const setResourceImage = command({
  http: 'PUT /resources/:resourceId/image',
  input: z.object({ resourceId: z.uuid(), version, fileId: z.uuid().nullable().default(null), alt: alternative.default('') }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { version, fileId, alt }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    checkVersion('bases.part-stale', draft.image.version, version)
    if (fileId !== null) await checkImage(context, fileId)
    await holdDraftFile(context, resource, 'image', fileId)
    return { version: await append(context, resource.id, { type: 'image_edited', data: { fileId, alt: fileId === null ? '' : alt } }) }
  },
})
