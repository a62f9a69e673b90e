import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyOf, holds, owns } from '#kernel/operation/rule.ts'
import { opinionsSeenBy } from '../opinions/opinions.ts'
import type { Context } from '../policy.ts'

/** One's own, or any for who moderates. */
export const removeAnswer = command({
  http: 'DELETE /answers/:answerId',
  input: z.object({ answerId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { answerId }) => opinionsSeenBy(context).innerJoin('bases.answer as answer', 'answer.opinion_id', 'opinion.id')
    .select(['answer.id', 'answer.person_id']).where('answer.id', '=', answerId).executeTakeFirst(),
  allow: anyOf(owns('person_id'), holds('moderator')),
  run: async ({ db, now }: Context, { answerId }) => {
    const below = await db.selectFrom('bases.answer').select('id').where('answer_id', '=', answerId).executeTakeFirst()
    // What others said below keeps its place: the words go, with the name.
    if (below) await db.updateTable('bases.answer').set({ text: '', person_id: null, removed_at: now }).where('id', '=', answerId).execute()
    else await db.deleteFrom('bases.answer').where('id', '=', answerId).execute()
    return null
  },
})
