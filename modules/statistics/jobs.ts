import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { countDays } from './counting.ts'

/** Each hour, so that the public page is at most one hour behind and reads a few rows whatever there is to count. */
export const countDaysAgain = job({
  name: 'statistics.count-days', payload: z.object({}).loose(), schedule: '23 * * * *', run: (context: JobContext) => countDays(context),
})
