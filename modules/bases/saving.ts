import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { count } from '#modules/search/api.ts'
import { kinds } from './indexing.ts'
import type { Context } from './policy.ts'

/** The person's favourites, made when they are first needed; locked, so that places in it are given one at a time. */
export const favouritesOf = async ({ db, now }: Context, personId: string): Promise<{ id: string }> => {
  await db.insertInto('bases.collection')
    .values({ id: v7(), person_id: personId, is_favourites: true, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing()).execute()
  return db.selectFrom('bases.collection').select('id').where('person_id', '=', personId).where('is_favourites', '=', true)
    .forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Puts a resource last in a collection whose row is locked; once only. */
export const putInCollection = async ({ db, now }: Context, collectionId: string, resourceId: string) => {
  await sql`insert into bases.collection_resource (collection_id, resource_id, position, added_at)
    select ${collectionId}::uuid, ${resourceId}::uuid, coalesce(max(position) + 1, 0), ${now}::timestamptz
    from bases.collection_resource where collection_id = ${collectionId}::uuid on conflict do nothing`.execute(db)
}

const countSaves = async (context: Context, resourceId: string) => {
  const { saves_count } = await context.db.selectFrom('bases.resource').select('saves_count').where('id', '=', resourceId)
    .executeTakeFirstOrThrow()
  await count(context, kinds.resource, resourceId, { saves: saves_count })
}

/** Counts the person among those who keep the resource. @returns whether they did not yet. */
export const keep = async (context: Context, personId: string, resourceId: string): Promise<boolean> => {
  const kept = await context.db.insertInto('bases.saved').values({ person_id: personId, resource_id: resourceId, saved_at: context.now })
    .onConflict((conflict) => conflict.doNothing()).returning('resource_id').executeTakeFirst()
  if (kept) await countSaves(context, resourceId)
  return kept !== undefined
}

/** After something left a person's collections: what is in none of them any more is no longer kept. */
export const forgetUnkept = async (context: Context, personId: string) => {
  const gone = await sql<{ resource_id: string }>`delete from bases.saved as saved where person_id = ${personId}::uuid and not exists (
    select from bases.collection_resource as held join bases.collection as collection on collection.id = held.collection_id
    where collection.person_id = saved.person_id and collection.deleted_at is null
      and held.resource_id = saved.resource_id) returning resource_id`.execute(context.db)
  for (const { resource_id } of gone.rows) await countSaves(context, resource_id)
}
