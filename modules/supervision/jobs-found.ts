import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Context } from './policy.ts'

export const states = ['running', 'done', 'failed'] as const
export type State = (typeof states)[number]

export const jobFilters = {
  name: z.string().trim().regex(/^[\w.-]{1,100}$/).optional(),
  state: z.enum(states).optional(),
  /** Days included, in the time zone of who asks. */
  from: z.iso.date().optional(), to: z.iso.date().optional(),
}
const schema = z.object(jobFilters)

/** Jobs that come back each minute: when they succeed, shown when asked for by their name, and kept for two days. */
export const FREQUENT = ['audit.seal-trace']

const inState = {
  running: sql<SqlBool>`(job.completed_at is null and job.errored_at is null)`,
  done: sql<SqlBool>`job.completed_at is not null`,
  failed: sql<SqlBool>`job.errored_at is not null`,
}

export const stateOf = (row: { completed_at: string | null; errored_at: string | null }): State =>
  row.errored_at !== null ? 'failed' : row.completed_at !== null ? 'done' : 'running'

/** Tries of jobs that answer the filters, the last first. */
export const jobsFound = ({ db, actor }: Context, { name, state, from, to }: z.output<typeof schema>) => {
  const conditions = [
    name === undefined ? sql<SqlBool>`not (job.name = any(${FREQUENT}) and job.errored_at is null)` : sql<SqlBool>`job.name = ${name}`,
    ...state ? [inState[state]] : [],
    ...from ? [sql<SqlBool>`job.started_at >= (${from}::date::timestamp at time zone ${actor.timeZone})`] : [],
    ...to ? [sql<SqlBool>`job.started_at < ((${to}::date + 1)::timestamp at time zone ${actor.timeZone})`] : [],
  ]
  return db.selectFrom('kernel.job_execution as job').where((eb) => eb.and(conditions))
}
