import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { sealLag } from '#modules/audit/api.ts'
import { mailStates } from '#modules/mail/api.ts'
import { disk } from '../../disk.ts'
import { failures } from '../../failures.ts'
import { statesOf } from '../../health.ts'
import type { Context } from '../../policy.ts'

/** A worker says that it lives every ten seconds, and is taken for dead after three silences (kernel/fact/heartbeat.ts). In seconds. */
const ALIVE = 30

const state = z.enum(['good', 'watch', 'bad'])
const instant = z.string().nullable()

const database = async ({ db }: Context) => {
  const before = performance.now()
  const { rows: [row] } = await sql<{ version: string; size: number; started: string }>`select current_setting('server_version') as version,
    pg_database_size(current_database()) as size, pg_postmaster_start_time() as started`.execute(db)
  return { ...row!, answeredIn: Math.round(performance.now() - before) }
}

const worker = async ({ db }: Context) => {
  const { rows: [row] } = await sql<{ workers: number; seenAt: string | null }>`
    select count(*) filter (where seen_at > now() - make_interval(secs => ${ALIVE})) as workers, max(seen_at) as "seenAt"
    from kernel.worker`.execute(db)
  return row!
}

const facts = async ({ db }: Context) => {
  const { rows: [row] } = await sql<{ waiting: number; failing: number; since: string | null }>`
    select count(*) as waiting, count(*) filter (where attempts > 0) as failing, min(due_at) filter (where due_at < now()) as since
    from kernel.waiting`.execute(db)
  return row!
}

const jobs = async ({ db }: Context) => {
  const { rows: [row] } = await sql<{ failed: number }>`select count(*) as failed from (${failures}) as failure`.execute(db)
  return row!
}

/** How the service fares, part by part: what is measured, and what it means. */
export const showHealth = query({
  http: 'GET /back-office/health',
  input: z.object({}),
  output: z.object({
    now: z.string(),
    database: z.object({ state, version: z.string(), size: z.int(), started: z.string(), answeredIn: z.int() }),
    worker: z.object({ state, workers: z.int(), seenAt: instant }),
    facts: z.object({ state, waiting: z.int(), failing: z.int(), since: instant }),
    jobs: z.object({ state, failed: z.int() }),
    mail: z.object({ state, waiting: z.int(), failed: z.int(), since: instant }),
    seal: z.object({ state, waiting: z.int(), since: instant, sequence: z.int().nullable() }),
    disk: z.object({ state, free: z.int().nullable(), total: z.int().nullable() }),
  }),
  allow: holds('administrator'),
  run: async (context: Context) => {
    const found = {
      database: await database(context), worker: await worker(context), facts: await facts(context), jobs: await jobs(context),
      mail: await mailStates(context), seal: await sealLag(context.db), disk: await disk(),
    }
    const { now } = context
    const states = statesOf({ ...found, ...found.worker, now, answeredIn: found.database.answeredIn })
    return {
      now,
      database: { ...found.database, state: states.database }, worker: { ...found.worker, state: states.worker },
      facts: { ...found.facts, state: states.facts }, jobs: { ...found.jobs, state: states.jobs }, mail: { ...found.mail, state: states.mail },
      seal: { waiting: found.seal.waiting, since: found.seal.since, sequence: found.seal.anchor?.sequence ?? null, state: states.seal },
      disk: { free: found.disk?.free ?? null, total: found.disk?.total ?? null, state: states.disk },
    }
  },
})
