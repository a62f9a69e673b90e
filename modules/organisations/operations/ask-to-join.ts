import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { scopesOf } from '#kernel/operation/actor.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { joinRequested } from '../events.ts'
import { DAY, DAYS_BEFORE_AGAIN, later, MOST_REQUESTS } from '../limits.ts'
import { openToRequests, type Context } from '../policy.ts'

/** Asks to be in an organisation that takes requests, with a few words for those who answer. */
export const askToJoin = command({
  http: 'POST /organisations/:organisationId/join-requests',
  input: z.object({ organisationId: z.uuid(), message: z.string().trim().min(1).max(500) }),
  output: z.object({ requestId: z.uuid() }),
  on: (context: Context, { organisationId }) => openToRequests(context).select('organisation.id')
    .where('organisation.id', '=', organisationId).executeTakeFirst(),
  allow: signedIn,
  when: ({ id }, _, { actor }) => scopesOf(actor, 'organisation').includes(id) ? 'organisations.already-in' : undefined,
  run: async ({ db, actor, now, record }: Context, { message }, { id: organisationId }) => {
    const mine = await db.selectFrom('organisations.join_request').select(['organisation_id', 'state', 'decided_at'])
      .where('person_id', '=', actor.id!).where((eb) =>
        eb.or([eb('state', '=', 'pending'), eb('decided_at', '>', later(now, -DAYS_BEFORE_AGAIN * DAY))])).execute()
    if (mine.some((row) => row.organisation_id === organisationId && row.state === 'refused')) {
      throw new Refusal('organisations.asked-recently', { days: DAYS_BEFORE_AGAIN })
    }
    if (mine.filter((row) => row.state === 'pending').length >= MOST_REQUESTS) throw new Refusal('organisations.too-many-requests',
      { most: MOST_REQUESTS })
    const id = v7()
    const made = await db.insertInto('organisations.join_request').values({ id, organisation_id: organisationId, person_id: actor.id!,
      message, created_at: now })
      .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Refusal('organisations.already-asked')
    await record(joinRequested, { organisationId, requestId: id })
    return { requestId: id }
  },
})
