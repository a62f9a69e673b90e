import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { noteAttempt } from '../../attempt.ts'
import { limitTries } from '../../limit.ts'
import { enrolling, mayEnrol, FRESH, type Context } from '../../policy.ts'
import { seal } from '../../secret.ts'
import { offeredSecret, stepOf } from '../../totp.ts'

/** Adds the application to which the secret was given, once it shows that it has it. The code that shows it is spent. */
export const enrolTotp = command({
  http: 'POST /back-office/factors/totp',
  input: z.object({ code: z.string().trim().min(1).max(20), name: z.string().trim().max(60).default('') }),
  output: z.object({ enrolled: z.boolean() }),
  on: enrolling,
  allow: mayEnrol,
  provedWithin: FRESH + 5,
  run: async (context: Context, { code, name }, session) => {
    const { db, now } = context
    await limitTries(context, session.person_id)
    const secret = offeredSecret(session.id, session.factors)
    const step = stepOf(secret, code, now, null)
    await noteAttempt(context, session, 'totp', step !== undefined)
    if (step === undefined) return { enrolled: false }
    const id = v7()
    await db.insertInto('staff.factor').values({
      id, person_id: session.person_id, kind: 'totp', name: name || 'TOTP', secret: seal(secret, id), last_step: step, created_at: now, last_used_at: now,
    }).execute()
    return { enrolled: true }
  },
})
