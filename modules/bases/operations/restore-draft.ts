import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { isSame, stateOf } from '../draft/draft.ts'
import { append, draftOf } from '../draft/store.ts'
import { version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'
import { holdState, stateAt } from '../draft/restoring.ts'

/**
 * Brings the draft back as it was after event `sequence`, by one more event: nothing of the history is lost. What is published does not move.
 * @throws Refusal `bases.draft-moved` when someone has written since the person compared (`latest`), `bases.nothing-to-restore`.
 */
export const restoreDraft = command({
  http: 'POST /resources/:resourceId/history/:sequence/restoration',
  input: z.object({ resourceId: z.uuid(), sequence: z.int().min(1), latest: version }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { sequence, latest }, resource) => {
    const { draft, sequence: now } = await draftOf(context, resource.id)
    if (now !== latest) throw new Refusal('bases.draft-moved', { latest: now })
    const to = stateOf(await stateAt(context, resource.id, sequence))
    if (isSame(to, stateOf(draft))) throw new Refusal('bases.nothing-to-restore')
    await holdState(context, resource, draft, to)
    return { version: await append(context, resource.id, { type: 'reverted', data: { to: sequence, ...to } }) }
  },
})
