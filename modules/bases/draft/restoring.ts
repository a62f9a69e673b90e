import { Refusal } from '#kernel/operation/operation.ts'
import { holdDraftFile, type Placed } from '../publishing/attachments.ts'
import type { Draft, DraftState, NewContent } from './draft.ts'
import { draftAt } from './store.ts'
import type { Context } from '../policy.ts'
import { fileCards } from '../reading/shown-contents.ts'

/** @throws Refusal `bases.no-such-state`. */
export const stateAt = async (context: Context, resourceId: string, sequence: number): Promise<Draft> => {
  const draft = await draftAt(context, resourceId, sequence)
  if (!draft) throw new Refusal('bases.no-such-state', {}, 404)
  return draft
}

/** Files of before are held again by the parts that show them. @throws Refusal `bases.no-file` when one is no longer kept. */
const hold = async (context: Context, resource: Placed, parts: readonly (readonly [part: string, fileId: string | null])[]) => {
  const files = await fileCards(context, parts.map(([, fileId]) => fileId))
  if (parts.some(([, fileId]) => fileId !== null && !files.has(fileId))) throw new Refusal('bases.no-file')
  for (const [part, fileId] of parts) await holdDraftFile(context, resource, part, fileId)
}

export const holdContent = (context: Context, resource: Placed, { id, fileId }: NewContent) => hold(context, resource, [[id, fileId]])

/** What the draft showed and the state does not is let go by the draft; the history still holds it. */
export const holdState = (context: Context, resource: Placed, now: Draft, to: DraftState) => {
  const kept = new Set(to.contents.map(({ id }) => id))
  const gone = now.contents.filter(({ id, fileId }) => fileId !== null && !kept.has(id))
  return hold(context, resource, [
    ['image', to.image.fileId], ...gone.map(({ id }) => [id, null] as const), ...to.contents.map(({ id, fileId }) => [id, fileId] as const),
  ])
}
