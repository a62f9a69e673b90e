import type { Pool } from 'pg'
import { v7 } from '../id.ts'
import { kyselyOn } from '../db/connection.ts'
import { transaction } from '../db/transaction.ts'
import { system } from '../operation/actor.ts'
import { settingsOf } from '../operation/engine.ts'
import { enqueueOn } from './enqueue.ts'
import type { Job, JobContext } from './job.ts'
import { factStatement } from './record.ts'

const contextOn = (pool: Pool): JobContext => ({
  db: kyselyOn(pool), actor: system, now: new Date().toISOString(), origin: { request: 'worker' },
  record: async () => { throw new Error('A job records facts in a transaction') },
  enqueue: enqueueOn((statement) => pool.query(statement)),
  transaction: (work, entry = v7()) => transaction(pool, settingsOf({ actor: system }, entry), (tx) => work({
    db: tx.db, actor: system, now: new Date().toISOString(), origin: { request: 'worker' },
    record: async (fact, data) => tx.send(factStatement({ fact, data: fact.data.parse(data) }, new Date().toISOString())),
    enqueue: enqueueOn((statement) => tx.query(statement)),
  })),
})

/**
 * Runs a job once and keeps its outcome in `kernel.job_execution`: each try is a line, with its duration and its result or the kind of
 * its error (never its message, which may quote a person's data). Throws what the job threw, so that the queue tries again.
 */
export const execute = async (pool: Pool, job: Job, payload: unknown): Promise<void> => {
  const id = v7()
  const started = performance.now()
  const data = job.payload.parse(payload)
  await pool.query({
    text: 'insert into kernel.job_execution (id, name, started_at, data) values ($1, $2, now(), $3)',
    values: [id, job.name, JSON.stringify(data)],
  })
  const end = (column: 'completed_at' | 'errored_at', result: unknown, error: string | null) => pool.query({
    text: `update kernel.job_execution set ${column} = now(), duration_ms = $2, result = $3, error = $4 where id = $1`,
    values: [id, Math.round(performance.now() - started), result === undefined ? null : JSON.stringify(result), error],
  })
  try {
    await end('completed_at', await job.run(contextOn(pool), data) ?? undefined, null)
  } catch (error) {
    await end('errored_at', undefined, error instanceof Error ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}` : 'Error')
    throw error
  }
}
