import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { signal } from '#modules/live/api.ts'
import { hold, switchForPerson } from '#modules/switches/api.ts'
import { messageScheduled } from './events.ts'
import { FEATURE, KIND } from './held.ts'
import { settle } from './held-jobs.ts'
import { subjectKind } from './notices.ts'
import type { Tables } from './policy.ts'
import { topics } from './topics.ts'

/**
 * At its time: what was written for later becomes a message that waits, which is sent at once in its author's name, with the rights, blocks
 * and switches of that instant, or given back to them. One transaction: it leaves once, whatever stops the worker. Postponed meanwhile,
 * it is
 * left to the job of its new time.
 */
export const sendScheduled = job({
  name: 'messaging.send-scheduled', payload: z.object({ scheduledId: z.uuid() }),
  run: (context: JobContext<Tables>, { scheduledId }) => context.transaction(async (batch: WorkerContext<Tables>) => {
    const { db, now } = batch
    const row = await db.deleteFrom('messaging.scheduled').where('id', '=', scheduledId).where('due_at', '<=', now).returningAll()
      .executeTakeFirst()
    if (!row) return { became: 'none' }
    const { conversation_id, person_id, body, answers_id, due_at: at } = row
    await db.insertInto('messaging.held_message')
      .values({ id: scheduledId, conversation_id, person_id, body, answers_id, at, held_for: 'switch' }).execute()
    const off = await switchForPerson(batch, FEATURE, person_id)
    if (off) await hold(batch, off, { kind: KIND, id: scheduledId, personId: person_id })
    else return { became: await settle(batch, scheduledId) }
    await signal(batch, { to: [person_id], topic: topics.written, subject: { kind: subjectKind, id: conversation_id } })
    return { became: 'held' }
  }),
})

/** The job of a message is that of its last time: the same key takes the place of the one before. */
export const followScheduled = reaction({
  name: 'messaging.follow-scheduled', to: messageScheduled,
  run: async ({ db, enqueue }: WorkerContext<Tables>, { scheduledId }) => {
    const row = await db.selectFrom('messaging.scheduled').select('due_at').where('id', '=', scheduledId).executeTakeFirst()
    if (row) await enqueue(sendScheduled, { scheduledId }, { key: `scheduled-message:${scheduledId}`, at: row.due_at })
  },
})
