import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { checkTargets, contentFields, contentShape, needsItsField } from '../draft/contents.ts'
import { append, checkVersion, contentOf, draftOf } from '../draft/store.ts'
import { isSame } from '../draft/draft.ts'
import { linkWritten } from '../events.ts'
import { version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/**
 * Writes a part of the draft again, whole. @throws Refusal `bases.content-stale` (409) when someone else has written it since: what was
 * typed comes back with the refusal, and the draft holds what the other wrote; `bases.content-gone` when someone removed it.
 */
export const editContent = command({
  http: 'PUT /resources/:resourceId/contents/:contentId',
  input: z.object({ resourceId: z.uuid(), contentId: z.uuid(), version, ...contentShape }).superRefine(needsItsField),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, input, resource) => {
    const { draft } = await draftOf(context, resource.id)
    const before = contentOf(draft, input.contentId)
    checkVersion('bases.content-stale', before.version, input.version)
    if (before.type !== input.type) throw new Refusal('bases.other-type', { type: before.type })
    const written = { id: before.id, type: before.type, ...contentFields(input) }
    const content = before.crop && written.fileId === before.fileId ? { ...written, crop: before.crop } : written
    // Saved as it is typed, a part is often sent as it already is: that is no change, and leaves no line in the history.
    if (isSame({ ...content, version: before.version }, before)) return { version: before.version }
    await checkTargets(context, content.type, content, resource.id)
    if (content.fileId !== before.fileId) await holdDraftFile(context, resource, content.id, content.fileId)
    if (content.url && content.url !== before.url) await context.record(linkWritten, { resourceId: resource.id, contentId: content.id, again: false })
    return { version: await append(context, resource.id, { type: 'content_edited', data: { content } }) }
  },
})
