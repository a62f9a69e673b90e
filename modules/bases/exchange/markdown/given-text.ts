import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { holdFileIfSeen, type Placed } from '../../publishing/attachments.ts'
import { linkWritten } from '../../events.ts'
import type { DraftState } from '../../draft/draft.ts'
import { limits } from '../../limits.ts'
import type { Context } from '../../policy.ts'
import { seenElsewhere, translated } from '../import-resources.ts'
import { reasonOf } from '../reason.ts'
import type { ImportedState } from '../shapes.ts'
import { isOurs, readText } from '../text.ts'
import { readMarkdown } from './read-markdown.ts'

/** A whole resource, written: as many texts as it may have, each as long as it may be, and as much for what stands around them. */
export const mostText = 2 * limits.contents * limits.text
export const givenText = z.string().trim().min(1).max(mostText)

/** @throws Refusal `bases.text-unreadable` with what is wrong and where, `bases.text-untitled`. */
export const stateIn = (file: string): ImportedState => {
  try {
    return isOurs(file) ? readText(file) : readMarkdown(file)
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) throw new Refusal('bases.text-unreadable', { why: reasonOf(error) },
      422)
    throw error
  }
}

/**
 * The state as this person may have it here, its files held by the resource: parts that show a file or a resource that they may not see are
 * left out. @param known contents of the resource, which keep their identifiers; the others have new ones.
 */
export const admitted = async (context: Context, resource: Placed, given: ImportedState, known: readonly string[] = []) => {
  const state = translated(given, new Map(known.map((id) => [id, id])), new Map(), await seenElsewhere(context, [given]))
  const contents: DraftState['contents'][number][] = []
  for (const one of state.contents) {
    const { crop, ...content } = one
    if (content.fileId !== null && !await holdFileIfSeen(context, resource, content.id, content.fileId)) continue
    contents.push(crop && await holdFileIfSeen(context, resource, undefined, crop.fileId) ? one : content)
  }
  const { crop, ...picture } = state.image
  const { fileId } = picture
  const keepsCrop = crop && await holdFileIfSeen(context, resource, undefined, crop.fileId)
  const image = fileId === null || await holdFileIfSeen(context, resource, 'image', fileId) ? keepsCrop ? state.image : picture
    : { fileId: null, alt: '' }
  const leftOut = given.contents.length - contents.length + (image.fileId === fileId ? 0 : 1)
  return { state: { ...state, image, contents } satisfies DraftState, leftOut }
}

/** The pages of the links that have come are read, as if they had just been written. */
export const readLinks = async (context: Context, resourceId: string, { contents }: DraftState): Promise<void> => {
  for (const { id, url } of contents) if (url !== null) await context.record(linkWritten, { resourceId, contentId: id, again: false })
}
