import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'

/** Entries are kept so many days: a page that comes back later fetches all that it shows. */
export const DAYS = 7

/** Each night: entries past their retention, devices that have not been seen for a month, what processes that died left. */
export const pruneStreams = job({
  name: 'live.prune', payload: z.object({}).loose(), schedule: '27 2 * * *',
  run: async ({ db }: WorkerContext) => {
    // In small transactions, so that nobody waits.
    let entries = 0
    for (let gone = -1; gone !== 0; entries += gone) {
      gone = Number((await sql`delete from live.entry where ctid = any (array(
        select ctid from live.entry where at < now() - make_interval(days => ${DAYS}) limit 100000))`.execute(db)).numAffectedRows ?? 0)
    }
    await sql`delete from live.acknowledgement where at < now() - interval '30 days'`.execute(db)
    await sql`delete from live.presence where expires_at < now()`.execute(db)
    return { entries }
  },
})
