import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { keepFigures } from './figures.ts'
import { FREQUENT } from './jobs-found.ts'

/** Each hour, so that a day holds its last count. */
export const countPlatform = job({
  name: 'supervision.count-platform',
  payload: z.object({}).loose(),
  schedule: '7 * * * *',
  run: (context: WorkerContext) => keepFigures(context),
})

/** Each night: the successes of jobs that come back each minute, which say nothing after two days; the kernel keeps the others for ninety. */
export const forgetFrequent = job({
  name: 'supervision.forget-frequent',
  payload: z.object({}).loose(),
  schedule: '27 2 * * *',
  run: async ({ db }: WorkerContext) => {
    const gone = await sql`delete from kernel.job_execution where name = any(${FREQUENT}) and completed_at < now() - interval '2 days'`.execute(db)
    return { forgotten: Number(gone.numAffectedRows ?? 0) }
  },
})
