import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { editsCollection, lockedCollection, type Context } from '../policy.ts'
import { forgetUnkept } from '../saving.ts'

/**
 * Deletes a selection, which `restoreCollection` brings back until the delay is over; its resources stay where they are. Favourites are
 * emptied, not deleted.
 */
export const deleteCollection = command({
  http: 'DELETE /collections/:collectionId',
  input: z.object({ collectionId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { collectionId }) => lockedCollection(context, collectionId),
  allow: editsCollection,
  when: ({ is_favourites }) => is_favourites ? 'bases.favourites' : undefined,
  run: async (context: Context, _, { id, person_id }) => {
    await context.db.updateTable('bases.collection').set({ deleted_at: context.now }).where('id', '=', id).execute()
    if (person_id !== null) await forgetUnkept(context, person_id)
    return null
  },
})
