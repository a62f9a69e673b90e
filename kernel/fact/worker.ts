import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger as JobLogger, parseCronItems, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Module } from '../operation/module.ts'
import { deliver } from './deliver.ts'
import { execute } from './execution.ts'
import { startHeartbeat } from './heartbeat.ts'
import { prune } from './prune.ts'
import { byPostgres, type Bus } from './wake.ts'

/** A notice may be lost with its connection: facts are looked for this often in any case. In milliseconds. */
const POLL = 2000
/** Facts behind a transaction that still runs are looked at again after this. In milliseconds. */
const SOON = 20

const quiet = new JobLogger(() => () => undefined)

const jobsOf = (modules: readonly Module[]) => [prune, ...modules.flatMap((one) => one.jobs)]
const tasksOf = (pool: Pool, modules: readonly Module[]): TaskList =>
  Object.fromEntries(jobsOf(modules).map((job) => [job.name, (payload: unknown) => execute(pool, job, payload)]))

/** Delivers the facts and runs the jobs that wait, then returns: for tests and for the seed. */
export const workOnce = async (pool: Pool, modules: readonly Module[], failed: (error: unknown) => void): Promise<void> => {
  const reactions = modules.flatMap((one) => one.reactions)
  while (await deliver(pool, reactions, (failure) => failed(failure.error))) await pause(SOON)
  await runOnce({ pgPool: pool, taskList: tasksOf(pool, modules), logger: quiet, noHandleSignals: true })
}

type Given = { url: string; pool: Pool; modules: readonly Module[]; log: Logger; bus?: Bus | undefined }
/** Delivers facts as they come and runs jobs until it is stopped. `url` and `pool` have the worker's role. */
export const startWorker = async ({ url, pool, modules, log, bus }: Given) => {
  const reactions = modules.flatMap((one) => one.reactions)
  // As values, because a crontab's text does not take the dot of our names.
  const parsedCronItems = parseCronItems(jobsOf(modules).flatMap(({ name, schedule }) => schedule ? [{ task: name, match: schedule }] : []))
  const events: WorkerEvents = new EventEmitter()
  const heartbeat = startHeartbeat(pool, events, (error) => log.warn({ err: error }, 'heartbeat failed'))
  const runner = await run({
    pgPool: pool, events, taskList: tasksOf(pool, modules), parsedCronItems, concurrency: 4, pollInterval: POLL, logger: quiet, noHandleSignals: true,
  })
  await heartbeat.beat()
  // What portals keep may have changed, as after a command.
  const { tell, listen } = bus ?? byPostgres(url, pool, (error) => log.warn({ err: error }, 'other processes could not be told'))
  const changed = () => tell('public')
  events.on('job:complete', changed)
  events.on('job:error', ({ job, error }) => log.warn({ job: job.task_identifier, attempts: job.attempts, err: error }, 'job failed'))

  let stopped = false
  let again = false
  let working: Promise<void> | undefined
  const failed = ({ reaction, attempts, error }: { reaction: string; attempts: number; error: unknown }) =>
    log.warn({ reaction, attempts, err: error }, 'reaction failed')
  const work = async () => {
    do {
      again = false
      const waiting = await deliver(pool, reactions, failed, changed).catch((error: unknown) => log.warn({ err: error }, 'facts could not be delivered'))
      if (waiting) await pause(SOON)
      again ||= waiting === true
    } while (again && !stopped)
    working = undefined
  }
  const wake = () => {
    again = true
    if (!stopped) working ??= work()
  }
  const listener = listen(['facts'], wake)
  const timer = setInterval(wake, POLL)
  await listener.ready
  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await listener.stop()
      await working
      await runner.stop()
      await heartbeat.stop()
    },
  }
}
