import { sql } from 'kysely'
import { z } from 'zod'
import { job } from './job.ts'
import type { WorkerContext } from './reaction.ts'

/** Each night: facts past their retention, keys of commands after two days, outcomes of jobs after ninety. */
export const prune = job({
  name: 'kernel.prune',
  payload: z.object({}).loose(),
  schedule: '17 2 * * *',
  run: async ({ db }: WorkerContext) => {
    const gone = async (statement: ReturnType<typeof sql>) => Number((await statement.execute(db)).numAffectedRows ?? 0)
    return {
      facts: await gone(sql`delete from kernel.fact where keep_until < now()
        and not exists (select from kernel.delivery where delivery.fact_id = fact.id)
        and xid < (select horizon from kernel.dispatch)`),
      keys: await gone(sql`delete from kernel.idempotency where created_at < now() - interval '2 days'`),
      outcomes: await gone(sql`delete from kernel.job_execution where started_at < now() - interval '90 days'`),
    }
  },
})
