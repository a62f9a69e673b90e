import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { allOf, signedIn, unless } from '#kernel/operation/rule.ts'
import { countRecommendations } from '../counting.ts'
import { opinionGiven } from '../events.ts'
import { opinionText } from '../limits.ts'
import { editsResource, resourceWithRights, type Context } from '../policy.ts'

/** What a reader thinks of a resource, from 1 to 4, with or without words: one opinion each, which they may change. Nobody judges what they write. */
export const giveOpinion = command({
  http: 'PUT /resources/:resourceId/opinion',
  input: z.object({ resourceId: z.uuid(), rating: z.int().min(1).max(4), text: opinionText }),
  output: z.object({ opinionId: z.uuid() }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId)
    .where('resource.published_at', 'is not', null).executeTakeFirst(),
  allow: allOf(signedIn, unless(editsResource)),
  when: ({ public_feedback }) => public_feedback ? undefined : 'bases.opinions-closed',
  run: async (context: Context, { resourceId, rating, text }) => {
    const { db, actor, now } = context
    const { id } = await db.insertInto('bases.opinion').values({ id: v7(), resource_id: resourceId, person_id: actor.id!, rating, text, at: now })
      .onConflict((conflict) => conflict.columns(['resource_id', 'person_id']).doUpdateSet({ rating, text, edited_at: now }))
      .returning('id').executeTakeFirstOrThrow()
    await countRecommendations(context, resourceId)
    await context.record(opinionGiven, { opinionId: id })
    return { opinionId: id }
  },
})
