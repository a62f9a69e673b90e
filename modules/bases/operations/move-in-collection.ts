import { sql } from 'kysely'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { editsCollection, lockedCollection, type Context } from '../policy.ts'

/** Moves a resource of a collection to a position counted from 0; the others make room. */
export const moveInCollection = command({
  http: 'PUT /collections/:collectionId/resources/:resourceId/position',
  input: z.object({ collectionId: z.uuid(), resourceId: z.uuid(), position: z.int().min(0) }),
  output: z.object({ position: z.int() }),
  on: (context: Context, { collectionId }) => lockedCollection(context, collectionId),
  allow: editsCollection,
  run: async ({ db }: Context, { resourceId, position }, { id }) => {
    const rows = await db.selectFrom('bases.collection_resource').select('resource_id').where('collection_id', '=', id)
      .orderBy('position').orderBy('added_at').execute()
    const order = rows.map(({ resource_id }) => resource_id).filter((one) => one !== resourceId)
    if (order.length === rows.length) throw new Refusal('bases.not-in-collection', {}, 404)
    const to = Math.min(position, order.length)
    order.splice(to, 0, resourceId)
    await sql`update bases.collection_resource as held set position = wanted.place - 1
      from unnest(${order}::uuid[]) with ordinality as wanted (resource_id, place)
      where held.collection_id = ${id}::uuid and held.resource_id = wanted.resource_id`.execute(db)
    return { position: to }
  },
})
