import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { v7 } from '#kernel/id.ts'
import { lastVisitOf, peopleUnseenSince, type Unseen } from '#modules/identity/api.ts'
import { inactivity, setting } from '#modules/settings/api.ts'
import { DAY, dueIn } from './due.ts'
import { write } from './letters.ts'
import type { WorkerContext } from './policy.ts'

const AT_ONCE = 500

interface Delays { deletionAfter: number; firstMail: number; secondMail: number; lastMail: number }

/**
 * The next mail to somebody away for so many days, if its time has come. Each waits its whole interval after the one before, so that nobody
 * goes without three warnings even when this job did not run for a year, or when old accounts were just brought in.
 */
export const nextStep = (
  { deletionAfter, firstMail, secondMail, lastMail }: Delays, awayDays: number, last: { step: number; daysAgo: number } | undefined,
): { step: 1 | 2 | 3; daysLeft: number } | undefined => {
  const before = [firstMail, secondMail, lastMail]
  const step = (last?.step ?? 0) + 1
  if (step > 3 || awayDays < deletionAfter - before[step - 1]!) return undefined
  if (last && last.daysAgo < before[step - 2]! - before[step - 1]!) return undefined
  return { step: step as 1, daysLeft: before[step - 1]! }
}

const holdsNothing = async ({ db }: WorkerContext, personId: string) =>
  (await sql`select from privacy.held_by(${personId})`.execute(db)).rows.length === 0

const follow = async (context: WorkerContext, { personId, lastVisit }: Unseen, delays: Delays) => {
  const { db, now, enqueue } = context
  const waiting = await db.selectFrom('privacy.deletion').select('id').where('person_id', '=', personId).where('state', '=', 'waiting')
    .executeTakeFirst()
  if (waiting) return 'waiting'
  const known = await db.selectFrom('privacy.warning').selectAll().where('person_id', '=', personId).executeTakeFirst()
  const warned = known?.last_visit === lastVisit ? known : undefined
  const daysSince = (at: string) => (Date.parse(now) - Date.parse(at)) / DAY
  const next = nextStep(delays, daysSince(lastVisit), warned && { step: warned.step, daysAgo: daysSince(warned.at) })
  if (!next) return 'early'
  if (!await holdsNothing(context, personId)) return 'kept'
  const on = dueIn(next.daysLeft, now)
  // The mail first: a crash in between sends it twice rather than never.
  await enqueue(warnOfAbsence, { personId, on }, { key: `absence:${personId}:${next.step}` })
  const row = { person_id: personId, last_visit: lastVisit, step: next.step, at: now }
  await db.insertInto('privacy.warning').values(row).onConflict((conflict) => conflict.column('person_id').doUpdateSet(row)).execute()
  if (next.step < 3) return 'warned'
  await db.insertInto('privacy.deletion').values({ id: v7(), person_id: personId, reason: 'inactive', asked_at: now, due_at: on })
    .onConflict((conflict) => conflict.doNothing()).execute()
  return 'warned'
}

/** Whoever came back stays, without having to say it. */
const keepThoseWhoCame = async (context: WorkerContext): Promise<number> => {
  const { db, now } = context
  const waiting = await db.selectFrom('privacy.deletion').select(['id', 'person_id', 'asked_at']).where('state', '=', 'waiting')
    .where('reason', '=', 'inactive').execute()
  let kept = 0
  for (const { id, person_id: personId, asked_at: since } of waiting) {
    const visit = await lastVisitOf(context, personId!)
    if (visit === undefined || visit <= since) continue
    await db.updateTable('privacy.deletion').set({ state: 'cancelled', ended_at: now }).where('id', '=', id)
      .where('state', '=', 'waiting').execute()
    kept++
  }
  return kept
}

/**
 * Each night: accounts that nobody comes to any more. Three mails, then a deletion that a visit is enough to stop; only of people who hold
 * nothing but a profile of the commons. What they published stays.
 */
export const followInactivity = job({
  name: 'privacy.follow-inactivity',
  payload: z.object({}).loose(),
  schedule: '43 4 * * *',
  run: async (context: WorkerContext) => {
    const { isOn, ...delays } = await setting(context, inactivity)
    const counts = { warned: 0, kept: 0, waiting: 0, early: 0, back: await keepThoseWhoCame(context) }
    if (!isOn) return { ...counts, isOn }
    const before = new Date(Date.parse(context.now) - (delays.deletionAfter - delays.firstMail) * DAY).toISOString()
    for (let after: string | undefined; ;) {
      const people = await peopleUnseenSince(context, before, { after, most: AT_ONCE })
      for (const one of people) counts[await follow(context, one, delays)] += 1
      if (people.length < AT_ONCE) break
      after = people.at(-1)!.personId
    }
    await sql`delete from privacy.warning where at < now() - interval '2 years'`.execute(context.db)
    return counts
  },
})

export const warnOfAbsence = job({
  name: 'privacy.warn-of-absence',
  payload: z.object({ personId: z.uuid(), on: z.string() }),
  run: async (context: WorkerContext, { personId, on }) => ({ state: await write(context, { kind: 'inactive', personId, on }) }),
})
