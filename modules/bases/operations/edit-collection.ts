import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { description, title } from '../limits.ts'
import { editsCollection, lockedCollection, type Context } from '../policy.ts'
import { claimSlug } from '../titles/slugs.ts'

/** Words and visibility of a collection. Favourites have neither: they are one's own. */
export const editCollection = command({
  http: 'PUT /collections/:collectionId',
  input: z.object({ collectionId: z.uuid(), title, description: description.default(''), isPublic: z.boolean().default(false) }),
  output: z.object({ slug: z.string(), version: z.int() }),
  on: (context: Context, { collectionId }) => lockedCollection(context, collectionId),
  allow: editsCollection,
  when: ({ is_favourites }) => is_favourites ? 'bases.favourites' : undefined,
  versioned: true,
  run: async (context: Context, { title, description, isPublic }, collection) => {
    const slug = await claimSlug(context, 'collection', collection.id, title)
    const version = collection.version + 1
    await context.db.updateTable('bases.collection').where('id', '=', collection.id)
      .set({ slug, title, description, is_public: isPublic, updated_at: context.now, version }).execute()
    return { slug, version }
  },
})
