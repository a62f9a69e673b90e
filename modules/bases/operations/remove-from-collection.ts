import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { editsCollection, lockedCollection, type Context } from '../policy.ts'
import { forgetUnkept } from '../saving.ts'

/** Takes a resource out of a collection, one's own or one's base's. */
export const removeFromCollection = command({
  http: 'DELETE /collections/:collectionId/resources/:resourceId',
  input: z.object({ collectionId: z.uuid(), resourceId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { collectionId }) => lockedCollection(context, collectionId),
  allow: editsCollection,
  run: async (context: Context, { resourceId }, { id, person_id }) => {
    await context.db.deleteFrom('bases.collection_resource').where('collection_id', '=', id).where('resource_id', '=', resourceId).execute()
    if (person_id !== null) await forgetUnkept(context, person_id)
    return null
  },
})
