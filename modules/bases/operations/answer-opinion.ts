import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { opinionAnswered } from '../events.ts'
import { answerText } from '../limits.ts'
import { lockedOpinion } from '../opinions/opinions.ts'
import type { Context } from '../policy.ts'

/** A thread is read at a glance, or it is a conversation and belongs elsewhere. */
const MOST = 50

/** Below somebody's opinion, or below an answer to it: a thank, a question, what was changed since. */
export const answerOpinion = command({
  http: 'POST /opinions/:opinionId/answers',
  input: z.object({ opinionId: z.uuid(), /** The answer that one answers, if it is not the opinion itself. */ answerId: z.uuid().optional(), text: answerText }),
  output: z.object({ answerId: z.uuid() }),
  on: (context: Context, { opinionId }) => lockedOpinion(context, opinionId),
  allow: signedIn,
  when: ({ public_feedback }) => public_feedback ? undefined : 'bases.opinions-closed',
  run: async ({ db, actor, now, record }: Context, { opinionId, answerId: above = null, text }) => {
    const { count } = await db.selectFrom('bases.answer').where('opinion_id', '=', opinionId).select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count >= MOST) throw new Refusal('bases.too-many-answers', { most: MOST })
    const known = above === null || await db.selectFrom('bases.answer').select('id').where('id', '=', above).where('opinion_id', '=', opinionId)
      .where('removed_at', 'is', null).where('hidden_at', 'is', null).executeTakeFirst()
    if (!known) throw new Refusal('bases.answer-gone')
    const answerId = v7()
    await db.insertInto('bases.answer').values({ id: answerId, opinion_id: opinionId, answer_id: above, person_id: actor.id!, text, at: now }).execute()
    await record(opinionAnswered, { answerId })
    return { answerId }
  },
})
