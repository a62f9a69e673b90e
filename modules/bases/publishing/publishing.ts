import type { Selectable } from 'kysely'
import { holdEveryFile, holdPublishedFiles, publishedFiles } from './attachments.ts'
import type { Draft, Indexation } from '../draft/draft.ts'
import { indexResource } from '../indexing.ts'
import { excerptOf } from '../reading/markdown.ts'
import type { Context } from '../policy.ts'
import { claimSlug } from '../titles/slugs.ts'
import type { BasesResource } from '../tables.gen.ts'

export type ResourceRow = Selectable<BasesResource>

/** What readers find a public resource by. @returns the codes of what is missing. */
export const missingIndexation = ({ themes, supportTypes, audiences }: Indexation): string[] => [
  ...themes.length ? [] : ['bases.no-theme'], ...supportTypes.length ? [] : ['bases.no-support-type'],
  ...audiences.length ? [] : ['bases.no-audience'],
]

/** What stands in the way of publishing, in the order in which to mend it. A private resource needs no indexation. */
export const missingToPublish = (draft: Draft, isPublic: boolean): string[] =>
  [...draft.contents.length ? [] : ['bases.no-content'], ...isPublic ? missingIndexation(draft.indexation) : []]

const contentRows = (resourceId: string, { contents }: Draft) => contents.map((content, position) => ({
  id: content.id, resource_id: resourceId, position, type: content.type, title: content.title, text: content.text, url: content.url,
  caption: content.caption, alt: content.alt, file_id: content.fileId, linked_resource_id: content.linkedResourceId,
}))

/** Writes what readers see. The first publication keeps its date; counters and saves are not touched. */
export const writePublished = async (context: Context, resource: ResourceRow, draft: Draft): Promise<ResourceRow> => {
  const { db, now } = context
  const { heading, image, indexation, licence, publicFeedback } = draft
  const before = await publishedFiles(context, resource.id)
  const published = await db.updateTable('bases.resource').where('id', '=', resource.id).set({
    slug: await claimSlug(context, 'resource', resource.id, heading.title),
    title: heading.title, description: heading.description, excerpt: excerptOf(heading.description),
    image_file_id: image.fileId, image_alt: image.alt, themes: indexation.themes, support_types: indexation.supportTypes,
    audiences: indexation.audiences, licence: licence.key, public_feedback: publicFeedback,
    published_at: resource.published_at ?? now, last_published_at: now, version: resource.version + 1,
  }).returningAll().executeTakeFirstOrThrow()
  await db.deleteFrom('bases.content').where('resource_id', '=', resource.id).execute()
  if (draft.contents.length) await db.insertInto('bases.content').values(contentRows(resource.id, draft)).execute()
  await holdPublishedFiles(context, published, before)
  await indexResource(context, published)
  return published
}

/** After a change of who may see or edit: files and search have the keys of now, in the same transaction. */
export const protectAgain = async (context: Context, resource: ResourceRow) => {
  await holdEveryFile(context, resource)
  if (resource.published_at !== null) await indexResource(context, resource)
}
