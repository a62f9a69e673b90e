import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { administrator, FRESH, mySession, type Context } from '../../policy.ts'
import { offeredCodes } from '../../recovery.ts'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'

/** New recovery codes to note. They are in force once one says that they are noted, and nobody can show them again. */
export const offerRecoveryCodes = query({
  http: 'GET /back-office/recovery-codes',
  input: z.object({}),
  output: z.object({ codes: z.array(z.string()), sealed: z.string(), inForce: z.int() }),
  on: (context: Context) => mySession(context).executeTakeFirst(),
  allow: administrator,
  provedWithin: FRESH,
  can: { keepRecoveryCodes },
  run: async ({ db, now }: Context, _, session) => {
    const { inForce } = await db.selectFrom('staff.recovery_code').select(({ fn }) => fn.countAll<number>().as('inForce'))
      .where('person_id', '=', session.person_id).where('used_at', 'is', null).executeTakeFirstOrThrow()
    return { ...offeredCodes(session.person_id, now), inForce }
  },
})
