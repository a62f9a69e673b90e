import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holdDraftFile } from '../../publishing/attachments.ts'
import { checkImage } from '../../draft/contents.ts'
import { isSame, stateOf } from '../../draft/draft.ts'
import { append, draftOf } from '../../draft/store.ts'
import { version } from '../../limits.ts'
import { editsResource, lockedResource, type Context } from '../../policy.ts'
import { migrated } from '../write-imported.ts'
import { admitted, givenText, readLinks, stateIn } from './given-text.ts'

/**
 * Replaces the words of a draft by those of a Markdown file, as one more change: the history brings the others back. What is published does
 * not move. @throws Refusal `bases.draft-moved` when someone has written since the person looked (`latest`), `bases.nothing-to-restore`.
 */
export const replaceByText = command({
  http: 'PUT /resources/:resourceId/text',
  input: z.object({ resourceId: z.uuid(), text: givenText, latest: version }),
  output: z.object({ resourceId: z.uuid(), leftOut: z.int() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { text, latest }, resource) => {
    const { draft, sequence } = await draftOf(context, resource.id)
    if (sequence !== latest) throw new Refusal('bases.draft-moved', { latest: sequence })
    const before = stateOf(draft)
    const { state, leftOut } = await admitted(context, resource, stateIn(text), before.contents.map(({ id }) => id))
    if (isSame(before, state)) throw new Refusal('bases.nothing-to-restore')
    for (const { type, fileId } of state.contents) if (type === 'image') await checkImage(context, fileId!)
    const kept = new Set(state.contents.map(({ id }) => id))
    for (const { id, fileId } of before.contents) if (fileId !== null && !kept.has(id)) await holdDraftFile(context, resource, id, null)
    if (state.image.fileId === null) await holdDraftFile(context, resource, 'image', null)
    await append(context, resource.id, migrated(state))
    const { publicFeedback } = state
    if (publicFeedback !== before.publicFeedback) await append(context, resource.id, { type: 'public_feedback_changed',
      data: { publicFeedback } })
    await readLinks(context, resource.id, state)
    return { resourceId: resource.id, leftOut }
  },
})
