import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { noteAttempt } from '../../attempt.ts'
import { proved } from '../../passkey.ts'
import { factorsOf, inSession, mySession, type Context } from '../../policy.ts'

/** Shows a passkey: its signature of the question asked to this session, once. A copy of it, or an older one, is wrong. */
export const proveByPasskey = command({
  http: 'POST /back-office/proofs/passkey',
  input: z.object({ answer: z.string().min(1).max(20_000) }),
  output: z.object({ proved: z.boolean() }),
  on: (context: Context) => mySession(context).forUpdate().executeTakeFirst(),
  allow: inSession,
  run: async (context: Context, { answer }, session) => {
    const { db, now } = context
    const passkey = await proved(context, session.id, answer, await factorsOf(context, session.person_id).forUpdate().execute())
    if (passkey) {
      await db.updateTable('staff.factor').set({ counter: passkey.counter, last_used_at: now }).where('id', '=', passkey.factorId).execute()
    }
    await noteAttempt(context, session, 'passkey', passkey !== undefined)
    return { proved: passkey !== undefined }
  },
})
