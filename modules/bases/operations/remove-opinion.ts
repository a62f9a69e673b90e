import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyOf, holds, owns } from '#kernel/operation/rule.ts'
import { countRecommendations } from '../counting.ts'
import { lockedOpinion } from '../opinions/opinions.ts'
import type { Context } from '../policy.ts'

/** One's own, or any for who moderates; the answers below go with it. */
export const removeOpinion = command({
  http: 'DELETE /opinions/:opinionId',
  input: z.object({ opinionId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { opinionId }) => lockedOpinion(context, opinionId),
  allow: anyOf(owns('person_id'), holds('moderator')),
  run: async (context: Context, { opinionId }) => {
    const { resource_id } = await context.db.deleteFrom('bases.opinion').where('id', '=', opinionId).returning('resource_id').executeTakeFirstOrThrow()
    await countRecommendations(context, resource_id)
    return null
  },
})
