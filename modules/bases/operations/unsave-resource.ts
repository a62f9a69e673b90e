import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { forgetUnkept } from '../saving.ts'

/**
 * Takes a resource out of all of one's own collections; out of one only when it is named. It needs not be visible any more: one may
 * always let go of what one kept.
 */
export const unsaveResource = command({
  http: 'DELETE /resources/:resourceId/save',
  input: z.object({ resourceId: z.uuid(), collectionId: z.uuid().nullable().default(null) }),
  output: z.null(),
  allow: signedIn,
  run: async (context: Context, { resourceId, collectionId }) => {
    const personId = context.actor.id!
    await context.db.deleteFrom('bases.collection_resource').where('resource_id', '=', resourceId)
      .where('collection_id', 'in', (eb) => eb.selectFrom('bases.collection').select('id').where('person_id', '=', personId)
        .$if(collectionId !== null, (query) => query.where('id', '=', collectionId)))
      .execute()
    await forgetUnkept(context, personId)
    return null
  },
})
