import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { administrator, factorsOf, type Context } from '../../policy.ts'
import { removeFactor } from './remove-factor.ts'

/** One's own second factors, and how many recovery codes are left. */
export const showSecurity = query({
  http: 'GET /back-office/security',
  input: z.object({}),
  output: z.object({
    factors: z.array(z.object({
      id: z.uuid(), kind: z.enum(['totp', 'passkey']), name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable(),
    })),
    codesLeft: z.int(), now: z.string(), timeZone: z.string(),
  }),
  allow: administrator,
  can: { removeFactor },
  run: async (context: Context) => {
    const { db, actor, now } = context
    const factors = await factorsOf(context, actor.id!).execute()
    const { left } = await db.selectFrom('staff.recovery_code').select(({ fn }) => fn.countAll<number>().as('left'))
      .where('person_id', '=', actor.id!).where('used_at', 'is', null).executeTakeFirstOrThrow()
    return {
      factors: factors.map(({ id, kind, name, created_at, last_used_at }) =>
        ({ id, kind: kind as 'totp' | 'passkey', name, createdAt: created_at, lastUsedAt: last_used_at })),
      codesLeft: left, now, timeZone: actor.timeZone,
    }
  },
})
