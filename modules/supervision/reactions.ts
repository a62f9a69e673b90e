import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { deliveryRetryAsked, jobRetryAsked } from './events.ts'

/** Tries of a job that somebody watches; after them they may ask again. */
const TRIES = 3

/** Puts the job back in the queue, with what it was given. Only the worker creates jobs. */
export const retryFailedJob = reaction({
  name: 'supervision.retry-job',
  to: jobRetryAsked,
  run: async (context: WorkerContext, { executionId }) => {
    const { rows: [failed] } = await sql<{ name: string; data: Record<string, unknown> }>`
      select name, data from kernel.job_execution where id = ${executionId}`.execute(context.db)
    // Outcomes are kept for ninety days.
    if (!failed) return
    const again = job({ name: failed.name, payload: z.looseObject({}), attempts: TRIES, run: async () => undefined })
    await context.enqueue(again, failed.data, { key: `retry:${executionId}` })
  },
})

/** Makes a delivery due now, if it still waits. */
export const retryFailedDelivery = reaction({
  name: 'supervision.retry-delivery',
  to: deliveryRetryAsked,
  run: async ({ db }: WorkerContext, { reaction: name, factId }) => {
    await sql`update kernel.delivery set due_at = now() where reaction = ${name} and fact_id = ${factId} and due_at > now()`.execute(db)
  },
})
