import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'
import { unblockPerson } from './unblock-person.ts'

/** Those whose messages one does not want. */
export const listBlockedPeople = query({
  http: 'GET /me/blocked-people',
  input: z.object({}),
  output: z.object({
    people: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), at: z.string() })), now: z.string(), timeZone: z.string(),
  }),
  allow: signedIn,
  confidential: true,
  can: { unblockPerson },
  run: async (context: Context) => ({
    people: await context.db.selectFrom('messaging.block as block').where('block.person_id', '=', me(context))
      .leftJoin('identity.card as card', 'card.id', 'block.blocked_person_id')
      .select(['block.blocked_person_id as id', 'card.name', 'block.at']).orderBy('block.at', 'desc').limit(500).execute(),
    now: context.now, timeZone: context.actor.timeZone,
  }),
})
