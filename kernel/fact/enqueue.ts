import type { Statement } from '../db/transaction.ts'
import type { WorkerContext } from './reaction.ts'

/** Creates jobs through the function given, in whatever transaction it runs. */
export const enqueueOn = (query: (statement: Statement) => Promise<unknown>): WorkerContext['enqueue'] =>
  async (job, payload, { key, at } = {}) => {
    await query({
      name: 'enqueue',
      text: `select graphile_worker.add_job($1, payload := $2::json, run_at := $3::timestamptz, max_attempts := $4::int,
        job_key := $5)`,
      values: [job.name, JSON.stringify(job.payload.parse(payload)), at ?? null, job.attempts ?? 25, key ?? null],
    })
  }
