import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/** Lets go of a collection that one had kept, visible still or not. */
export const unsaveCollection = command({
  http: 'DELETE /collections/:collectionId/save',
  input: z.object({ collectionId: z.uuid() }),
  output: z.null(),
  allow: signedIn,
  run: async ({ db, actor }: Context, { collectionId }) => {
    await db.deleteFrom('bases.saved_collection').where('person_id', '=', actor.id!).where('collection_id', '=', collectionId).execute()
    return null
  },
})
