import type { Pool } from 'pg'
import { execute } from '#kernel/fact/execution.ts'
import { countDaysAgain } from './jobs.ts'

/** Counts what the demonstration has lived, so that its public page is not empty until the next hour. */
export const seedStatistics = (worker: Pool) => execute(worker, countDaysAgain, {})
