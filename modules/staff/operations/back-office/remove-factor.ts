import { sql } from 'kysely'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { administrator, factorsOf, FRESH, type Context } from '../../policy.ts'

/** Takes away one of one's second factors, never the last one. */
export const removeFactor = command({
  http: 'DELETE /back-office/factors/:factorId',
  input: z.object({ factorId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { factorId }) => factorsOf(context, context.actor.id ?? NOBODY).where('factor.id', '=', factorId).forUpdate()
    .executeTakeFirst(),
  allow: administrator,
  provedWithin: FRESH,
  run: async (context: Context, _, factor) => {
    // Two at once, each taking the other's away: the second waits and sees that one is left.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`staff factors ${factor.person_id}`}, 0))`.execute(context.db)
    const others = await factorsOf(context, factor.person_id).where('factor.id', '!=', factor.id).execute()
    if (others.length === 0) throw new Refusal('staff.last-factor')
    await context.db.deleteFrom('staff.factor').where('id', '=', factor.id).execute()
    return {}
  },
})

/** No person: a visitor sees no factor. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
