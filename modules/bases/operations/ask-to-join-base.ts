import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { joinRequested } from '../events.ts'
import { DAY, later } from '../limits.ts'
import { basesSeenBy, roleIn, type Context } from '../policy.ts'

/** Requests of one person that wait at once, and days before one asks again where the answer was no. */
const MOST = 5
const DAYS_BEFORE_AGAIN = 7

/** Asks to be in a base that all may see, in one's own words, for those who administer it. */
export const askToJoinBase = command({
  http: 'POST /bases/:baseId/join-requests',
  input: z.object({ baseId: z.uuid(), message: z.string().trim().min(1).max(500) }),
  output: z.object({ requestId: z.uuid() }),
  on: (context: Context, { baseId }) => basesSeenBy(context).select(['base.id']).where('base.id', '=', baseId).executeTakeFirst(),
  allow: signedIn,
  when: ({ id }, _, context) => roleIn(context, id) ? 'bases.already-in' : undefined,
  run: async ({ db, actor, now, record }: Context, { message }, { id: baseId }) => {
    const mine = await db.selectFrom('bases.join_request').select(['base_id', 'state']).where('person_id', '=', actor.id!)
      .where((eb) => eb.or([eb('state', '=', 'pending'), eb('decided_at', '>', later(now, -DAYS_BEFORE_AGAIN * DAY))])).execute()
    if (mine.some((row) => row.base_id === baseId && row.state === 'declined')) throw new Refusal('bases.asked-recently', { days: DAYS_BEFORE_AGAIN })
    if (mine.filter(({ state }) => state === 'pending').length >= MOST) throw new Refusal('bases.too-many-requests', { most: MOST })
    const requestId = v7()
    const made = await db.insertInto('bases.join_request').values({ id: requestId, base_id: baseId, person_id: actor.id!, message, created_at: now })
      .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Refusal('bases.already-asked')
    await record(joinRequested, { baseId, requestId })
    return { requestId }
  },
})
