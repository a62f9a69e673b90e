import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { noteAttempt } from '../../attempt.ts'
import { limitTries } from '../../limit.ts'
import { factorsOf, inSession, mySession, type Context } from '../../policy.ts'
import { isOld, open, seal } from '../../secret.ts'
import { stepOf } from '../../totp.ts'

/**
 * Shows a code of one's application. A good one is spent: it and those before it serve no more. A wrong one is counted, and is an answer and
 * not a refusal, so that the count stays. The session gains nothing here: the route that sets its new cookie makes it whole.
 */
export const proveByCode = command({
  http: 'POST /back-office/proofs/code',
  input: z.object({ code: z.string().trim().min(1).max(20) }),
  output: z.object({ proved: z.boolean() }),
  on: (context: Context) => mySession(context).forUpdate().executeTakeFirst(),
  allow: inSession,
  run: async (context: Context, { code }, session) => {
    const { db, now } = context
    await limitTries(context, session.person_id)
    for (const factor of await factorsOf(context, session.person_id).where('kind', '=', 'totp').forUpdate().execute()) {
      const secret = open(factor.secret!, factor.id)
      const step = stepOf(secret, code, now, factor.last_step)
      if (step === undefined) continue
      await db.updateTable('staff.factor')
        .set({ last_step: step, last_used_at: now, ...isOld(factor.secret!) && { secret: seal(secret, factor.id) } })
        .where('id', '=', factor.id).execute()
      await noteAttempt(context, session, 'totp', true)
      return { proved: true }
    }
    await noteAttempt(context, session, 'totp', false)
    return { proved: false }
  },
})
