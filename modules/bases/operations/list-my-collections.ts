import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { basesOf, collectionsSeenBy, editsCollection, type Context } from '../policy.ts'

const line = z.object({
  id: z.uuid(), slug: z.string().nullable(), isFavourites: z.boolean(), title: z.string().nullable(), isPublic: z.boolean(),
  base: z.object({ id: z.uuid(), title: z.string() }).nullable(), count: z.int(),
  /** Holds the resource that was asked about. */
  holds: z.boolean(),
})

const lines = (context: Context, resourceId: string | undefined) => collectionsSeenBy(context)
  .leftJoin('bases.base as base', 'base.id', 'collection.base_id')
  .select([
    'collection.id', 'collection.slug', 'collection.is_favourites', 'collection.title', 'collection.is_public',
    'base.id as base_id', 'base.title as base_title',
    sql<number>`(select count(*) from bases.collection_resource as held where held.collection_id = collection.id)`.as('count'),
    sql<boolean>`exists (select from bases.collection_resource as held
      where held.collection_id = collection.id and held.resource_id = ${resourceId ?? null}::uuid)`.as('holds'),
  ])
  .orderBy('collection.is_favourites', 'desc').orderBy(sql`collection.title collate kernel.french`).orderBy('collection.id')

/** The two ways of `editsCollection`, each by its index. */
const composed = (context: Context) => context.db.selectFrom('bases.collection').select('id').where('person_id', '=', context.actor.id!)
  .union(context.db.selectFrom('bases.collection').select('id').where((eb) => eb('base_id', '=', eb.fn.any(eb.val(basesOf(context))))))

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>
const shown = ({ is_favourites, is_public, base_id, base_title, ...row }: Row) =>
  ({ ...row, isFavourites: is_favourites, isPublic: is_public, base: base_id === null ? null : { id: base_id, title: base_title! } })

/** Collections in which the person may put resources, favourites first, then those of others that they kept. */
export const listMyCollections = query({
  http: 'GET /my/collections',
  input: z.object({ resourceId: z.uuid().optional() }),
  output: z.object({ collections: z.array(line), saved: z.array(line) }),
  allow: signedIn,
  run: async (context: Context, { resourceId }) => {
    const [own, saved] = await Promise.all([
      lines(context, resourceId).where('collection.id', 'in', composed(context)).where(editsCollection.where(context.actor, 'collection'))
        .execute(),
      lines(context, resourceId).where('collection.id', 'in', (eb) => eb.selectFrom('bases.saved_collection').select('collection_id')
        .where('person_id', '=', context.actor.id!)).execute(),
    ])
    return { collections: own.map(shown), saved: saved.map(shown) }
  },
})
