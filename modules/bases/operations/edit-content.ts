import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../attachments.ts'
import { checkTargets, contentFields, contentShape, needsItsField } from '../contents.ts'
import { append, checkVersion, contentOf, draftOf } from '../draft-store.ts'
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
    const content = { id: before.id, type: before.type, ...contentFields(input) }
    await checkTargets(context, content.type, content, resource.id)
    if (content.fileId !== before.fileId) await holdDraftFile(context, resource, content.id, content.fileId)
    return { version: await append(context, resource.id, { type: 'content_edited', data: { content } }) }
  },
})
