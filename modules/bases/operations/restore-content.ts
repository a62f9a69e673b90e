import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { isSame } from '../draft/draft.ts'
import { append, checkVersion, contentOf, draftOf } from '../draft/store.ts'
import { limits, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'
import { holdContent, stateAt } from '../draft/restoring.ts'

/**
 * Brings one content back as it was after event `sequence`, at its place of then if it had gone.
 * @throws Refusal `bases.content-stale` when someone has written it since the person saw it (`version`, 0 for one that had gone),
 * `bases.nothing-to-restore`.
 */
export const restoreContent = command({
  http: 'POST /resources/:resourceId/history/:sequence/contents/:contentId/restoration',
  input: z.object({ resourceId: z.uuid(), sequence: z.int().min(1), contentId: z.uuid(), version }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { sequence, contentId, version: seen }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    const then = await stateAt(context, resource.id, sequence)
    const { version: _, ...content } = contentOf(then, contentId)
    const now = draft.contents.find(({ id }) => id === contentId)
    checkVersion('bases.content-stale', now?.version ?? 0, seen)
    if (now && isSame({ ...content, version: now.version }, now)) throw new Refusal('bases.nothing-to-restore')
    if (!now && draft.contents.length >= limits.contents) throw new Refusal('bases.too-many-contents', { most: limits.contents })
    await holdContent(context, resource, content)
    const position = Math.min(then.contents.findIndex(({ id }) => id === contentId), draft.contents.length)
    return { version: await append(context, resource.id, now ? { type: 'content_edited', data: { content } }
      : { type: 'content_added', data: { content, position } }) }
  },
})
