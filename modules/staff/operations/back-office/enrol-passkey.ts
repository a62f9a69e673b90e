import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { noteAttempt } from '../../attempt.ts'
import { enrolled } from '../../passkey.ts'
import { enrolling, FRESH, mayEnrol, type Context } from '../../policy.ts'

/** Adds the passkey that answers the question asked to this session. */
export const enrolPasskey = command({
  http: 'POST /back-office/factors/passkey',
  input: z.object({ answer: z.string().min(1).max(20_000), name: z.string().trim().max(60).default('') }),
  output: z.object({ enrolled: z.boolean() }),
  on: enrolling,
  allow: mayEnrol,
  provedWithin: FRESH + 5,
  run: async (context: Context, { answer, name }, session) => {
    const { db, now } = context
    const passkey = await enrolled(context, session.id, answer)
    const taken = passkey && await db.selectFrom('staff.factor').select('id').where('credential_id', '=', passkey.credential_id).executeTakeFirst()
    await noteAttempt(context, session, 'passkey', passkey !== undefined && !taken)
    if (!passkey || taken) return { enrolled: false }
    await db.insertInto('staff.factor').values({
      id: v7(), person_id: session.person_id, kind: 'passkey', name: name || 'Passkey', ...passkey, created_at: now, last_used_at: now,
    }).execute()
    return { enrolled: true }
  },
})
