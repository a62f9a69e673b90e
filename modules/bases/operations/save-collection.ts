import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { collectionsSeenBy, type Context } from '../policy.ts'

/** Keeps someone else's collection among one's own, as they go on composing it. */
export const saveCollection = command({
  http: 'PUT /collections/:collectionId/save',
  input: z.object({ collectionId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { collectionId }) => collectionsSeenBy(context).select('collection.id').where('collection.id', '=', collectionId)
    .executeTakeFirst(),
  allow: signedIn,
  run: async ({ db, actor, now }: Context, { collectionId }) => {
    await db.insertInto('bases.saved_collection').values({ person_id: actor.id!, collection_id: collectionId, saved_at: now })
      .onConflict((conflict) => conflict.doNothing()).execute()
    return null
  },
})
