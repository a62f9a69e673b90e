import { sql } from 'kysely'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { heldBy, release } from '#modules/switches/api.ts'
import { switchLifted } from '#modules/switches/events.ts'
import { CLOSED, FEATURE, HELD } from './closed.ts'

/**
 * What could not leave because of this switch is tried now, with all its tries before it, for the queue has kept every job; or it is
 * dropped,
 * as the administrator chose.
 */
export const settleHeldMails = reaction({
  name: 'mail.settle-held',
  to: switchLifted,
  run: async (context: WorkerContext, { switchId, feature, held }) => {
    if (feature !== FEATURE) return
    const jobs = sql`from graphile_worker.jobs where last_error like ${`%${CLOSED} ${switchId}%`} and locked_at is null having count(*) > 0`
    await (held === 'send'
      ? sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now(), attempts := 0) ${jobs}`
      : sql`select graphile_worker.complete_jobs(array_agg(id)) ${jobs}`).execute(context.db)
    for (let waiting = await heldBy(context, switchId, HELD); waiting.length > 0; waiting = await heldBy(context, switchId, HELD)) {
      await release(context, waiting.map((one) => one.id))
    }
  },
})
