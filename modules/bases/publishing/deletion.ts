import { remove } from '#modules/search/api.ts'
import { releaseEveryFile } from './attachments.ts'
import { append } from '../draft/store.ts'
import { resourceDeleted, resourceRestored } from '../events.ts'
import { kinds } from '../indexing.ts'
import { DAY, later } from '../limits.ts'
import { protectAgain, type ResourceRow } from './publishing.ts'
import type { Context } from '../policy.ts'

/** What is deleted can be brought back for so many days; then a job removes it for good. */
export const DELETION_DAYS = 30

/** When what was deleted at an instant goes for good. */
export const goneAt = (deletedAt: string): string => later(deletedAt, DELETION_DAYS * DAY)

/** The one way in which a resource is deleted, be it alone or with its base: its history says so, and search forgets it at once. */
export const removeResource = async (context: Context, resourceId: string): Promise<ResourceRow> => {
  const resource = await context.db.updateTable('bases.resource').where('id', '=', resourceId)
    .set((eb) => ({ deleted_at: context.now, version: eb('version', '+', 1) })).returningAll().executeTakeFirstOrThrow()
  await append(context, resourceId, { type: 'deleted', data: {} })
  await protectAgain(context, resource)
  await context.record(resourceDeleted, { resourceId })
  return resource
}

/** And the one way in which it comes back as it was, published if it was. */
export const bringBackResource = async (context: Context, resourceId: string): Promise<ResourceRow> => {
  const resource = await context.db.updateTable('bases.resource').where('id', '=', resourceId)
    .set((eb) => ({ deleted_at: null, version: eb('version', '+', 1) })).returningAll().executeTakeFirstOrThrow()
  await append(context, resourceId, { type: 'restored', data: {} })
  await protectAgain(context, resource)
  await context.record(resourceRestored, { resourceId })
  return resource
}

/** Runs as the worker. A resource that another one shows as a part of itself keeps an empty row, so that the other still opens. */
export const removeForGood = async (context: Context, id: string): Promise<void> => {
  const { db, now } = context
  await releaseEveryFile(context, id)
  await remove(context, kinds.resource, id)
  await db.deleteFrom('bases.slug').where('kind', '=', 'resource').where('target_id', '=', id).execute()
  const shown = await db.selectFrom('bases.content').select('id').where('linked_resource_id', '=', id).where('resource_id', '<>', id)
    .executeTakeFirst()
  if (!shown) {
    await db.deleteFrom('bases.resource').where('id', '=', id).execute()
    return
  }
  for (const table of ['bases.content', 'bases.draft', 'bases.resource_event'] as const) {
    await db.deleteFrom(table).where('resource_id', '=', id).execute()
  }
  await db.updateTable('bases.resource').where('id', '=', id).set({
    deleted_at: now, created_by: null, published_at: null, last_published_at: null, slug: null, title: null, description: null,
    excerpt: null, image_file_id: null, image_alt: null, base_id: null, base_is_public: null,
  }).execute()
}

/** Runs as the worker. Its addresses are free again; what people keep of it goes with it. */
export const removeCollectionForGood = async ({ db }: Context, id: string): Promise<void> => {
  await db.deleteFrom('bases.slug').where('kind', '=', 'collection').where('target_id', '=', id).execute()
  await db.deleteFrom('bases.collection').where('id', '=', id).execute()
}

/** Runs as the worker: a base that was deleted goes, with all that it held. */
export const removeBaseForGood = async (context: Context, id: string): Promise<void> => {
  const { db } = context
  const resources = await db.selectFrom('bases.resource').select('id').where('base_id', '=', id).orderBy('id').execute()
  for (const resource of resources) await removeForGood(context, resource.id)
  const collections = db.selectFrom('bases.collection').select('id').where('base_id', '=', id)
  await db.deleteFrom('bases.slug').where('kind', '=', 'collection').where('target_id', 'in', collections).execute()
  await db.deleteFrom('bases.collection').where('base_id', '=', id).execute()
  await db.deleteFrom('bases.slug').where('kind', '=', 'base').where('target_id', '=', id).execute()
  await db.deleteFrom('bases.base').where('id', '=', id).execute()
}
