import { holdEveryFile } from '../publishing/attachments.ts'
import { checkImage } from '../draft/contents.ts'
import { isSame, type DraftState, type NewContent, type ResourceEvent } from '../draft/draft.ts'
import { append, begin, draftOf } from '../draft/store.ts'
import { resourcePublished } from '../events.ts'
import { missingToPublish, writePublished, type ResourceRow } from '../publishing/publishing.ts'
import type { Context } from '../policy.ts'
import { holdIfSpam } from '../moderation/withholding.ts'

/** A resource that comes from elsewhere, its identifiers already those of here. */
export interface ImportedResource {
  readonly id: string
  readonly createdBy: string | null
  readonly place: { base_id: string | null; base_is_public: boolean | null }
  readonly isPublic: boolean
  readonly createdAt: string
  readonly publishedAt: string | null
  readonly lastPublishedAt: string | null
  /** Its address there, kept if it is free. */
  readonly slug: string | null
  readonly draft: DraftState
  /** What readers see; none for what was never published. */
  readonly published: DraftState | null
}
/** `missing` is what stood in the way of publishing: the resource is here as a draft. */
export interface Written { readonly id: string; readonly published: boolean; readonly missing?: string }

export const migrated = ({ heading, image, indexation, licence, contents }: DraftState): ResourceEvent =>
  ({ type: 'migrated', data: { ...heading, ...indexation, image, licence, contents: [...contents] } })

const inOrder = (contents: readonly NewContent[]) => contents.map(({ id }) => id).join()

/** The events that lead from a state to another, contents one by one where they are the same parts. */
export const eventsBetween = (from: DraftState, to: DraftState): ResourceEvent[] => {
  const contents: ResourceEvent[] = inOrder(from.contents) === inOrder(to.contents)
    ? to.contents.flatMap((content, index) => isSame(content, from.contents[index]) ? [] : { type: 'content_edited' as const,
      data: { content } })
    : [...from.contents.map(({ id }) => ({ type: 'content_removed' as const, data: { contentId: id } })),
      ...to.contents.map((content, position) => ({ type: 'content_added' as const, data: { content, position } }))]
  return [
    ...isSame(from.heading, to.heading) ? [] : [{ type: 'title_and_description_edited' as const, data: to.heading }],
    ...isSame(from.image, to.image) ? [] : [{ type: 'image_edited' as const, data: to.image }],
    ...isSame(from.indexation, to.indexation) ? [] : [{ type: 'indexation_changed' as const, data: to.indexation }],
    ...from.licence === to.licence ? [] : [{ type: 'licence_changed' as const, data: { licence: to.licence } }],
    ...from.publicFeedback === to.publicFeedback ? [] : [{ type: 'public_feedback_changed' as const,
      data: { publicFeedback: to.publicFeedback } }],
    ...contents,
  ]
}

const keepSlug = async ({ db }: Context, id: string, slug: string | null) => {
  if (slug === null) return
  await db.insertInto('bases.slug').values({ kind: 'resource', slug, target_id: id, current: true })
    .onConflict((conflict) => conflict.doNothing()).execute()
}

const publish = async (context: Context, row: ResourceRow, given: ImportedResource, trusted: boolean): Promise<string | undefined> => {
  const { draft } = await draftOf(context, row.id)
  const [missing] = missingToPublish(draft, row.is_public)
  if (missing) return missing
  await keepSlug(context, row.id, given.slug)
  // Its dates are those of there: what it shows is no news.
  const then: Context = { ...context, now: given.lastPublishedAt ?? context.now }
  const published = await writePublished(then, { ...row, published_at: given.publishedAt ?? then.now }, draft)
  const shown = trusted ? published : await holdIfSpam(context, published, draft)
  await append(then, row.id, { type: 'published', data: {} })
  if (shown.is_open) await context.record(resourcePublished, { resourceId: row.id, again: true })
  return undefined
}

const write = async (context: Context, row: ResourceRow, given: ImportedResource, trusted: boolean): Promise<Written> => {
  const first = given.published ?? given.draft
  for (const fileId of [first.image.fileId, ...[...first.contents,
    ...given.draft.contents].flatMap(({ type, fileId }) => type === 'image' ? fileId : [])]) {
    if (fileId !== null) await checkImage(context, fileId)
  }
  const then: Context = { ...context, now: given.createdAt }
  await begin(then, row.id, migrated(first))
  if (!first.publicFeedback) await append(then, row.id, { type: 'public_feedback_changed', data: { publicFeedback: false } })
  await holdEveryFile(context, row)
  const missing = given.published ? await publish(context, row, given, trusted) : undefined
  for (const event of eventsBetween(first, given.draft)) await append(context, row.id, event)
  const after = await context.db.selectFrom('bases.resource').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
  await holdEveryFile(context, after)
  return { id: row.id, published: given.published !== null && missing === undefined, missing }
}

/**
 * Writes resources that name only one another or what is here already, in the caller's transaction: their rows first, then their words.
 * @param trusted what was moderated where it comes from is not held again.
 */
export const writeImported = async (context: Context, resources: readonly ImportedResource[],
  { trusted = false } = {}): Promise<Written[]> => {
  if (resources.length === 0) return []
  const rows = await context.db.insertInto('bases.resource').values(resources.map(({ id, createdBy, place, isPublic, createdAt }) => (
    { id, created_by: createdBy, ...place, is_public: isPublic, created_at: createdAt }))).returningAll().execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const written: Written[] = []
  for (const resource of resources) written.push(await write(context, byId.get(resource.id)!, resource, trusted))
  return written
}

/** Resources that name one another, together: each group is a transaction of its own. */
export const linkedGroups = <T extends { id: string; links: readonly string[] }>(all: readonly T[]): T[][] => {
  const groups = new Map(all.map((one) => [one.id, [one]]))
  for (const { id, links } of all) {
    for (const other of links) {
      const [mine, theirs] = [groups.get(id)!, groups.get(other)]
      if (!theirs || theirs === mine) continue
      mine.push(...theirs)
      for (const one of theirs) groups.set(one.id, mine)
    }
  }
  return [...new Set(groups.values())]
}
