import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { page, perPage, slug } from '../limits.ts'
import { peopleOf } from '../people.ts'
import { collectionsSeenBy, resourcesSeenBy, seesBase, type Context } from '../policy.ts'
import { FAVOURITES } from '../titles/slugs.ts'
import { deleteCollection } from './delete-collection.ts'
import { editCollection } from './edit-collection.ts'
import { moveInCollection } from './move-in-collection.ts'
import { removeFromCollection } from './remove-from-collection.ts'
import { saveCollection } from './save-collection.ts'

const shownCollection = z.object({
  collectionId: z.uuid(), slug: z.string().nullable(), isFavourites: z.boolean(), title: z.string().nullable(), description: z.string(),
  isPublic: z.boolean(), isOpen: z.boolean(), version: z.int(), updatedAt: z.string(),
  base: z.object({ title: z.string(), slug: z.string() }).nullable(),
  /** Whose it is, when their profile is public or it is one's own. */
  ownerName: z.string().nullable(), saved: z.boolean(),
  resources: z.array(resourceCard), total: z.int(), page: z.int(), pages: z.int(),
})

/** What the collection holds and the reader may see, in its order. */
const heldIn = (context: Context, collectionId: string) => resourcesSeenBy(context)
  .innerJoin('bases.collection_resource as held', 'held.resource_id', 'resource.id')
  .where('held.collection_id', '=', collectionId).where('resource.published_at', 'is not', null)

const isSaved = async ({ db, actor }: Context, collectionId: string) => actor.id !== undefined
  && await db.selectFrom('bases.saved_collection')
  .select('collection_id').where('person_id', '=', actor.id).where('collection_id', '=', collectionId).executeTakeFirst() !== undefined

/** A collection with a page of its resources. One's favourites are called `favourites`; an address of before answers `movedTo`. */
export const showCollection = query({
  http: 'GET /collections/by-slug/:slug',
  input: z.object({ slug, page, perPage }),
  output: z.union([z.object({ movedTo: z.string() }), shownCollection]),
  on: (context: Context, { slug }) => {
    const seen = collectionsSeenBy(context).selectAll('collection')
      .leftJoin('bases.slug as address', (join) => join
        .onRef('address.target_id', '=', 'collection.id').on('address.kind', '=', 'collection'))
      .select('address.current')
    return (slug === FAVOURITES
      ? seen.where('collection.is_favourites', '=', true).where('collection.person_id', '=', context.actor.id ?? null)
      : seen.where('address.slug', '=', slug)).executeTakeFirst()
  },
  allow: anyone,
  can: { editCollection, deleteCollection, moveInCollection, removeFromCollection, saveCollection },
  run: async (context: Context, { page, perPage }, collection) => {
    if (collection.current === false) return { movedTo: collection.slug! }
    const mine = collection.person_id === context.actor.id
    const [held, { total }, base, owners, saved] = await Promise.all([
      heldIn(context, collection.id).select('resource.id').orderBy('held.position').orderBy('held.added_at')
        .limit(perPage).offset((page - 1) * perPage).execute(),
      heldIn(context, collection.id).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
      context.db.selectFrom('bases.base as base').select(['title', 'slug']).where('id', '=', collection.base_id)
        .where(seesBase.where(context.actor, 'base')).executeTakeFirst(),
      peopleOf(context, [collection.person_id], { everyone: mine }), isSaved(context, collection.id),
    ])
    return {
      collectionId: collection.id, slug: collection.slug, isFavourites: collection.is_favourites, title: collection.title,
      description: collection.description, isPublic: collection.is_public, isOpen: collection.is_open, version: collection.version,
      updatedAt: collection.updated_at, base: base ?? null, ownerName: owners[0]?.name ?? null, saved,
      resources: await cardsOf(context, held.map(({ id }) => id)), total, page, pages: Math.ceil(total / perPage),
    }
  },
})
