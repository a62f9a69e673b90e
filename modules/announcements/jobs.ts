import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { notify, withdraw } from '#modules/notifications/api.ts'
import { hold, switchForPerson } from '#modules/switches/api.ts'
import { audienceOf, nextOf } from './audience.ts'
import { KIND, told, toldAtOnce } from './kinds.ts'
import type { Tables } from './policy.ts'
import { FEATURE } from './publishing.ts'

type Context = JobContext<Tables>

/**
 * People told in one transaction, and the rest before the next one, in milliseconds: what others have to tell takes its turn. Few at a
 * time, so that what follows from a batch keeps no lock nor processor for long: some two thousand people a second.
 */
const [BATCH, REST] = [150, 75]
const payload = z.object({ announcementId: z.uuid() })

const tellNext = (context: Context, announcementId: string): Promise<{ people: number }> => context.transaction(async (batch) => {
  const { db, now, enqueue } = batch
  const row = await db.selectFrom('announcements.announcement').selectAll().where('id', '=',
    announcementId).forUpdate().executeTakeFirst()
  if (!row || (row.state !== 'scheduled' && row.state !== 'sending') || row.due_at > now || (row.ends_at !== null
    && row.ends_at <= now)) return { people: 0 }
  const set = (values: Partial<Pick<typeof row, 'state' | 'given_to' | 'reached'>>) =>
    db.updateTable('announcements.announcement').set({ ...values, version: row.version + 1 }).where('id', '=', announcementId).execute()
  const off = await switchForPerson(batch, FEATURE, row.author_id)
  if (off) {
    await hold(batch, off, { kind: KIND, id: announcementId, personId: row.author_id ?? undefined })
    await set({ state: 'held' })
    return { people: 0 }
  }
  const people = await nextOf(batch, audienceOf(row), row.given_to, BATCH)
  if (people.length > 0) {
    await db.insertInto('announcements.receipt').values(people.map((personId) => ({ announcement_id: announcementId, person_id: personId,
      at: now })))
      .onConflict((conflict) => conflict.doNothing()).execute()
    await notify(batch, {
      kind: row.is_critical ? toldAtOnce : told, to: people, params: { announcementId, title: row.title }, about: { kind: KIND,
        id: announcementId }, key: announcementId,
    })
  }
  const isLast = people.length < BATCH
  await set({ state: isLast ? 'sent' : 'sending', given_to: people.at(-1) ?? row.given_to, reached: row.reached + people.length })
  if (!isLast) await enqueue(tellAnnouncement, { announcementId, rests: true }, { key: `announcement:${announcementId}:${people.at(-1)}` })
  return { people: people.length }
})

/** Tells the next people, then asks for its own turn again behind what waits; a crash tells nobody twice, and nobody is left out. */
export const tellAnnouncement = job({
  name: 'announcements.tell', payload: payload.extend({ rests: z.boolean().optional() }),
  run: async (context: Context, { announcementId, rests }) => {
    if (rests) await pause(REST)
    return tellNext(context, announcementId)
  },
})

/** Takes away the notifications of what was recalled or is over, in batches. */
export const hideAnnouncement = job({
  name: 'announcements.hide', payload: payload.extend({ after: z.uuid().optional() }),
  run: async (context: Context, { announcementId, after }) => {
    if (after) await pause(REST)
    return context.transaction(async (batch) => {
      const rows = await batch.db.selectFrom('announcements.receipt').select('person_id').where('announcement_id', '=', announcementId)
        .$if(after !== undefined, (found) => found.where('person_id', '>', after!)).orderBy('person_id').limit(BATCH).execute()
      const people = rows.map((row) => row.person_id)
      await withdraw(batch, { kind: KIND, id: announcementId }, people)
      const last = people.at(-1)
      if (last && people.length === BATCH) await batch.enqueue(hideAnnouncement, { announcementId, after: last },
        { key: `hide:${announcementId}:${last}` })
      return { people: people.length }
    })
  },
})

/** Each minute: what is over is hidden. */
export const endAnnouncements = job({
  name: 'announcements.end', payload: z.object({}).loose(), schedule: '* * * * *',
  run: (context: Context) => context.transaction(async ({ db, now, enqueue }) => {
    const over = await db.updateTable('announcements.announcement').set((eb) => ({ state: 'ended', version: eb('version', '+', 1) }))
      .where('state', '=', 'sent').where('ends_at', '<=', now).returning('id').execute()
    for (const { id } of over) await enqueue(hideAnnouncement, { announcementId: id }, { key: `hide:${id}` })
    return { ended: over.length }
  }),
})
