import { sql } from 'kysely'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { switchLifted } from '#modules/switches/events.ts'
import { CLOSED, FEATURE } from './closed.ts'

/** What could not leave because mails were switched off is tried now, with all its tries before it: the queue has kept every job. */
export const sendHeldMails = reaction({
  name: 'mail.send-held',
  to: switchLifted,
  run: async ({ db }: WorkerContext, { feature }) => {
    if (feature !== FEATURE) return
    await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now(), attempts := 0)
      from graphile_worker.jobs where last_error like ${`%${CLOSED}%`} and locked_at is null having count(*) > 0`.execute(db)
  },
})
