import { z } from 'zod'
import { v7 } from 'uuid'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { answerText } from '../limits.ts'
import { lockedOpinion } from '../opinions.ts'
import type { Context } from '../policy.ts'

/** A thread is read at a glance, or it is a conversation and belongs elsewhere. */
const MOST = 50

/** Below somebody's opinion: a thank, a question, what was changed since. */
export const answerOpinion = command({
  http: 'POST /opinions/:opinionId/answers',
  input: z.object({ opinionId: z.uuid(), text: answerText }),
  output: z.object({ answerId: z.uuid() }),
  on: (context: Context, { opinionId }) => lockedOpinion(context, opinionId),
  allow: signedIn,
  run: async ({ db, actor, now }: Context, { opinionId, text }) => {
    const { count } = await db.selectFrom('bases.answer').where('opinion_id', '=', opinionId).select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count >= MOST) throw new Refusal('bases.too-many-answers', { most: MOST })
    const answerId = v7()
    await db.insertInto('bases.answer').values({ id: answerId, opinion_id: opinionId, person_id: actor.id!, text, at: now }).execute()
    return { answerId }
  },
})
