import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../publishing/attachments.ts'
import { checkTargets, contentFields, contentShape, needsItsField } from '../draft/contents.ts'
import { append, draftOf } from '../draft/store.ts'
import { linkWritten } from '../events.ts'
import { limits, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Adds a part to the draft, at its end or at a position counted from 0. */
export const addContent = command({
  http: 'POST /resources/:resourceId/contents',
  input: z.object({ resourceId: z.uuid(), position: z.int().min(0).optional(), ...contentShape }).superRefine(needsItsField),
  output: z.object({ contentId: z.uuid(), version, position: z.int() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, input, resource) => {
    const { draft: { contents } } = await draftOf(context, resource.id)
    if (contents.length >= limits.contents) throw new Refusal('bases.too-many-contents', { most: limits.contents })
    const content = { id: v7(), type: input.type, ...contentFields(input) }
    await checkTargets(context, content.type, content, resource.id)
    if (content.fileId) await holdDraftFile(context, resource, content.id, content.fileId)
    const position = Math.min(input.position ?? contents.length, contents.length)
    const version = await append(context, resource.id, { type: 'content_added', data: { content, position } })
    if (content.url) await context.record(linkWritten, { resourceId: resource.id, contentId: content.id, again: false })
    return { contentId: content.id, version, position }
  },
})
