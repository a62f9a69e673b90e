import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { switchLifted } from './events.ts'
import type { Tables } from './policy.ts'

/**
 * Each minute: what has reached its end is marked so, and whoever holds things for it is told. It closes nothing since that instant
 * already.
 */
export const endSwitches = job({
  name: 'switches.end',
  payload: z.object({}).loose(),
  schedule: '* * * * *',
  run: async (context: JobContext<Tables>) => context.transaction(async ({ db, now, record }) => {
    const ended = await db.updateTable('switches.switch').set((eb) => ({ lifted_at: eb.ref('ends_at'), version: eb('version', '+', 1) }))
      .where('lifted_at', 'is', null).where('ends_at', '<=', now).returning(['id', 'feature', 'held_become']).execute()
    for (const one of ended) await record(switchLifted, { switchId: one.id, feature: one.feature, held: one.held_become as 'send' })
    return { ended: ended.length }
  }),
})

/** How long uses are kept, in days: what the signals of a month need. */
const DAYS = 31

/** Each night: uses too old to count or to be looked at. */
export const forgetUses = job({
  name: 'switches.forget-uses',
  payload: z.object({}).loose(),
  schedule: '41 2 * * *',
  run: async ({ db, now }: JobContext<Tables>) => {
    const gone = await db.deleteFrom('switches.use').where('starts_at', '<',
      new Date(Date.parse(now) - DAYS * 86_400_000).toISOString()).executeTakeFirst()
    return { forgotten: Number(gone.numDeletedRows) }
  },
})
