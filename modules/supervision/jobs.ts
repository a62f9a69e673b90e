import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { keepFigures } from './figures.ts'

/** Each hour, so that a day holds its last count. */
export const countPlatform = job({
  name: 'supervision.count-platform',
  payload: z.object({}).loose(),
  schedule: '7 * * * *',
  run: (context: WorkerContext) => keepFigures(context),
})
