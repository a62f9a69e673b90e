import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'
import { setPresence } from './set-presence.ts'

/** Whether one shows that one is there, and since when. */
export const showPresence = query({
  http: 'GET /me/presence',
  input: z.object({}),
  output: z.object({ agreedAt: z.string().nullable() }),
  allow: inPerson,
  can: { setPresence },
  confidential: true,
  run: async (context: Context) => {
    const found = await context.db.selectFrom('live.agreement').select('agreed_at').where('person_id', '=', me(context)).executeTakeFirst()
    return { agreedAt: found?.agreed_at ?? null }
  },
})
