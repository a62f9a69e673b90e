import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { administrator, FRESH, mySession, type Context } from '../../policy.ts'
import { hashOfCode, takenCodes } from '../../recovery.ts'

/** Puts in force the codes that were shown, in place of those before. Only ours are taken: they come back sealed. */
export const keepRecoveryCodes = command({
  http: 'POST /back-office/recovery-codes',
  input: z.object({ sealed: z.string().min(1).max(2000) }),
  output: z.object({ codes: z.int() }),
  on: (context: Context) => mySession(context).executeTakeFirst(),
  allow: administrator,
  provedWithin: FRESH + 20,
  run: async ({ db, now }: Context, { sealed }, session) => {
    const codes = takenCodes(session.person_id, sealed, now)
    if (!codes) throw new Refusal('staff.codes-too-late')
    await db.deleteFrom('staff.recovery_code').where('person_id', '=', session.person_id).execute()
    await db.insertInto('staff.recovery_code').values(codes.map((code) =>
      ({ id: v7(), person_id: session.person_id, code_hash: hashOfCode(code), created_at: now }))).execute()
    return { codes: codes.length }
  },
})
