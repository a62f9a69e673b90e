import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { noteAttempt } from '../../attempt.ts'
import { limitTries } from '../../limit.ts'
import { inSession, mySession, type Context } from '../../policy.ts'
import { hashOfCode } from '../../recovery.ts'

/** Spends one of one's recovery codes, for whoever has lost the telephone or the key. */
export const proveByRecoveryCode = command({
  http: 'POST /back-office/proofs/recovery-code',
  input: z.object({ code: z.string().trim().min(1).max(40) }),
  output: z.object({ proved: z.boolean(), left: z.int() }),
  on: (context: Context) => mySession(context).forUpdate().executeTakeFirst(),
  allow: inSession,
  run: async (context: Context, { code }, session) => {
    const { db, now } = context
    await limitTries(context, session.person_id)
    const used = await db.updateTable('staff.recovery_code').set({ used_at: now }).where('person_id', '=', session.person_id)
      .where('code_hash', '=', hashOfCode(code)).where('used_at', 'is', null).returning('id').executeTakeFirst()
    await noteAttempt(context, session, 'recovery-code', used !== undefined)
    const { left } = await db.selectFrom('staff.recovery_code').select(({ fn }) => fn.countAll<number>().as('left'))
      .where('person_id', '=', session.person_id).where('used_at', 'is', null).executeTakeFirstOrThrow()
    return { proved: used !== undefined, left: used ? left : 0 }
  },
})
