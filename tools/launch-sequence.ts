import { setTimeout as pause } from 'node:timers/promises'
import { addresses } from '#kernel/db/addresses.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { lockDirectory } from '#kernel/db/lock.ts'
import { prepareEmbedded, prepareExternal } from '#kernel/db/prepare.ts'
import { readConfiguration } from './configuration.ts'
import { checkPort } from './port.ts'
import type { LaunchContext, Steps } from './steps.ts'
import { sentenceFor } from './with-sentence.ts'

/** What is running, in the order of its start: it is stopped in the opposite one. */
const running: { name: string, stop: () => Promise<void> }[] = []
let stopping = false

/**
 * Starts everything, one printed line a step, and stops it all when asked (Ctrl-C, SIGTERM) or when a step fails. Ends the
 * process itself: 0 after a stop that was asked, 1 with one sentence after a failure.
 */
export async function launch<Settings>(steps: Steps<Settings>): Promise<void> {
  process.env.NODE_ENV ??= 'production'
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(0))   // a second one changes nothing: the stop under way is the safe one
  }
  process.on('uncaughtException', (error) => void fail(error))
  process.on('unhandledRejection', (error) => void fail(error))
  await start(steps).catch(fail)
}

async function start<Settings>(steps: Steps<Settings>) {
  const configuration = readConfiguration(process.env)
  const { data, databaseUrl, host, port } = configuration
  const config = await steps.configure(configuration)
  if (!databaseUrl) {
    const unlock = await lockDirectory(data)
    running.push({ name: 'lock', stop: unlock })
  }
  await checkPort(host, port)
  const embedded = databaseUrl
    ? undefined
    : await step('database started', () => keep('database', startEmbedded({ directory: data })))
  await step(databaseUrl ? 'database reached' : 'roles ready', () =>
    embedded ? prepareEmbedded(embedded) : prepareExternal(databaseUrl!))
  const database = addresses(process.env, embedded)
  const context = { configuration, config, database, log: (line: string) => { console.log(`  ${line}`) } }
  await step('migrations applied', () => steps.migrate(context))
  if (steps.mustBuild(context)) await step('pages built', () => steps.build(context))
  if (configuration.demonstration && !await steps.isSeeded(context)) {
    await step('demonstration written', () => steps.seed(context))
  }
  const { address } = await step('portal and worker started', () => keep('portal', steps.start(context)))
  console.log(await steps.welcome(context, address, await startBesides(steps, context)))
}

/** The back office starts once the portal answers, and the portal does not depend on it. @returns its address, when it has started. */
async function startBesides<Settings>(steps: Steps<Settings>, context: LaunchContext<Settings>) {
  const starting = steps.startBackOffice?.(context)
  if (!starting) return undefined
  running.push({ name: 'back office', stop: async () => (await starting.catch(() => undefined))?.stop() })
  const began = performance.now()
  const backOffice = await starting
  if (stopping) await new Promise(() => {})
  if (backOffice?.address) console.log(`✓ back office started (${((performance.now() - began) / 1000).toFixed(2)} s)`)
  return backOffice?.address
}

/** Runs one step and prints its line; nothing more happens once a stop was asked. */
async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  if (stopping) await new Promise(() => {})
  const began = performance.now()
  const result = await run()
  if (stopping) await new Promise(() => {})
  console.log(`✓ ${name} (${((performance.now() - began) / 1000).toFixed(2)} s)`)
  return result
}

/** Notes what starts at once, so that a stop in the middle of the start waits for it and stops it too. */
function keep<T extends { stop: () => Promise<void> }>(name: string, starting: Promise<T>): Promise<T> {
  running.push({ name, stop: async () => (await starting.catch(() => undefined))?.stop() })
  return starting
}

/** Stops the back office, the portal, the worker, then the database, within 10 s in all. */
async function stop(code: number) {
  if (stopping) return
  stopping = true
  const visible = running.some(({ name }) => name !== 'lock')
  if (visible) console.log('Stopping…')
  const limits: Record<string, number> = { 'back office': 4000, portal: 6000, database: 9500 }
  const began = Date.now()
  for (const { name, stop: end } of running.toReversed()) {
    const left = (limits[name] ?? 9500) - (Date.now() - began)
    const ended = end().catch((error: unknown) => { console.error(`The ${name} did not stop well: ${String(error)}`) })
    await Promise.race([ended, pause(left)])
  }
  if (visible) console.log('✓ stopped')
  process.exit(code)
}

/** One sentence for what the person can mend; the stack for a fault of ours. */
async function fail(error: unknown) {
  if (stopping) return
  console.error(sentenceFor(error) ?? error)
  await stop(1)
}
