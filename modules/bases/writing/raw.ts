import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { editsResource, resourceWithRights, type Context } from '../policy.ts'
import { writersOf } from './writers.ts'

/**
 * A page of a draft says that it is open, in which part one writes, or that it closes; it learns who else is there. Not a command: it
 * leaves
 * no trace, and does not keep the session awake.
 */
export const sayWriting = raw({
  http: 'PUT /api/resources/:resourceId/writing',
  input: z.object({ resourceId: z.uuid(), tab: z.uuid(), contentId: z.uuid().nullable().default(null), closes: z.boolean()
    .default(false) }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId).executeTakeFirst(),
  allow: editsResource,
  background: true,
  bodyLimit: 1000,
  handle: async (context: Context, { resourceId, tab, contentId, closes }, _, { reply }) => {
    const { db, actor, now } = context
    const place = { resource_id: resourceId, person_id: actor.id!, tab }
    if (closes) {
      await db.deleteFrom('bases.writing').where('resource_id', '=', resourceId).where('person_id', '=', actor.id!).where('tab', '=', tab)
        .execute()
      return reply.code(204).send()
    }
    const said = { content_id: contentId, at: now }
    await db.insertInto('bases.writing').values({ ...place, ...said })
      .onConflict((conflict) => conflict.columns(['resource_id', 'person_id', 'tab']).doUpdateSet(said)).execute()
    return reply.header('cache-control', 'no-store').send({ writers: await writersOf(context, resourceId) })
  },
})
