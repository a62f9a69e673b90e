import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { mergeConfirmed } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { unmergeable } from './prepare-merge.ts'
import { closeSessions, personForStaff } from './target.ts'

/** What a preview says ages: after this it is made again. In milliseconds. */
const FRESH = 60 * 60_000

/** Makes two people one, for good, as the preview said. The absorbed one is signed out at once; the worker does the rest. */
export const confirmMerge = command({
  http: 'POST /back-office/merges/:mergeId/confirmation',
  input: z.object({ mergeId: z.uuid() }),
  output: z.object({}),
  on: ({ db }: Context, { mergeId }) => db.selectFrom('identity.merge').selectAll().where('id', '=', mergeId).forUpdate().executeTakeFirst(),
  allow: holds('administrator'),
  provedWithin: 5,
  versioned: true,
  when: (merge, _, { now }) => {
    if (merge.confirmed_at) return 'identity.merge-confirmed'
    if (!merge.previewed_at) return 'identity.merge-not-previewed'
    return Date.parse(now) - Date.parse(merge.previewed_at) > FRESH ? 'identity.merge-stale' : undefined
  },
  run: async (context: Context, _, merge) => {
    const { db, now, record } = context
    // Two merges that cross each other lock in one order.
    const [one, other] = [merge.kept_id, merge.absorbed_id].toSorted()
    const people = [await personForStaff(context, one!, true), await personForStaff(context, other!, true)]
    const of = (id: string) => people.find((person) => person?.id === id)
    const [kept, absorbed] = [of(merge.kept_id), of(merge.absorbed_id)]
    if (!kept || !absorbed) throw new Refusal('identity.person-gone')
    const refused = unmergeable(kept, absorbed)
    if (refused) throw new Refusal(refused)
    await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', absorbed.id).execute()
    await closeSessions(context, absorbed.id)
    await db.updateTable('identity.merge').set({ confirmed_at: now, version: merge.version + 1 }).where('id', '=', merge.id).execute()
    await record(mergeConfirmed, { mergeId: merge.id })
    return {}
  },
})
