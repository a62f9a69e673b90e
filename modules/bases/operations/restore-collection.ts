import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { editsCollection, type Context } from '../policy.ts'
import { keep } from '../saving.ts'

/** Those that went with their base come back with it. */
const deletedCollection = ({ db, actor }: Context, collectionId: string) => db.selectFrom('bases.collection as collection')
  .selectAll('collection')
  .leftJoin('bases.base as base', 'base.id', 'collection.base_id').select('base.deleted_at as base_deleted_at')
  .where('collection.id', '=', collectionId).where('collection.deleted_at', 'is not', null).where(editsCollection.where(actor,
    'collection'))
  .forNoKeyUpdate('collection').executeTakeFirst()

/** Undoes the deletion of a collection: it has its resources again, those that are gone since aside. */
export const restoreCollection = command({
  http: 'POST /collections/:collectionId/restoration',
  input: z.object({ collectionId: z.uuid() }),
  output: z.object({ slug: z.string() }),
  on: (context: Context, { collectionId }) => deletedCollection(context, collectionId),
  allow: editsCollection,
  when: ({ base_deleted_at }) => base_deleted_at === null ? undefined : 'bases.base-gone',
  run: async (context: Context, _, { id, slug, person_id: personId }) => {
    const { db } = context
    await db.updateTable('bases.collection').set({ deleted_at: null }).where('id', '=', id).execute()
    if (personId !== null) {
      const held = await db.selectFrom('bases.collection_resource').select('resource_id').where('collection_id', '=', id)
        .orderBy('resource_id').execute()
      for (const { resource_id } of held) await keep(context, personId, resource_id)
    }
    return { slug: slug! }
  },
})
