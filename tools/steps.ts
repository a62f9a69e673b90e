import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Config } from '#kernel/config.ts'
import type { Addresses } from '#kernel/db/addresses.ts'
import type { Module } from '#kernel/operation/module.ts'
import { compiled } from './compiled.ts'
import type { LaunchConfiguration } from './configuration.ts'
import { buildKey, isStale, noteBuild } from './fresh-build.ts'

const root = path.resolve(import.meta.dirname, '..')

/** What each step is given. `config` is what `configure` answered. */
export type LaunchContext<Settings> = {
  configuration: LaunchConfiguration
  config: Settings
  database: Addresses
  log: (line: string) => void
}

/** The parts of the product that a start calls, in their order. */
export type Steps<Settings = Config> = {
  /** Checks the product's own settings, before anything is touched. */
  configure: (configuration: LaunchConfiguration) => Promise<Settings>
  migrate: (context: LaunchContext<Settings>) => Promise<void>
  mustBuild: (context: LaunchContext<Settings>) => boolean
  build: (context: LaunchContext<Settings>) => Promise<void>
  /** Both only in the demonstration. */
  isSeeded: (context: LaunchContext<Settings>) => Promise<boolean>
  seed: (context: LaunchContext<Settings>) => Promise<void>
  /** Portal and worker; `stop` stops the portal first, then the worker. */
  start: (context: LaunchContext<Settings>) => Promise<Running>
  /** The back office, in a process of its own, once the portal answers; none where nothing configures it. Its address is none when it could not start. */
  startBackOffice?: (context: LaunchContext<Settings>) => Promise<BackOffice | undefined>
  welcome: (context: LaunchContext<Settings>, address: string, backOffice?: string) => Promise<string>
}

type Running = { address: string, stop: () => Promise<void> }
type BackOffice = { address: string | undefined, stop: () => Promise<void> }
type Context = LaunchContext<Config>

/** The demonstration is another build: the pages of "sign in as" do not exist in the other one. */
const buildOf = ({ configuration }: Pick<Context, 'configuration'>) => configuration.demonstration ? 'demonstration' : 'portal'

/** The demonstration has a mail server of its own, whose mails are read on a page; unless it is given a real one. */
const withMailbox = async (config: Config, running: (() => Promise<void>)[]): Promise<Config> => {
  if (!config.demonstration || config.SMTP_URL) return config
  const { startMailbox } = await import('#demo/mailbox/server.ts')
  const mailbox = await startMailbox({ directory: path.join(config.SILLAGE_DATA, 'mailbox') })
  running.push(mailbox.stop)
  return { ...config, SMTP_URL: mailbox.url }
}

/** What each module of this version says of a person's rows, kept where the worker's role may use it and not change it. */
const declarePersonalData = async (modules: readonly Module[], ownerUrl: string) => {
  const { writeStatements } = await import('#modules/privacy/api.ts')
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await writeStatements(client, modules)
  } finally {
    await client.end()
  }
}

/** Nobody comes back by a restore: those erased since the backup are erased again, once, before anything is served. */
const eraseAgain = async (modules: readonly Module[], ownerUrl: string, data: string) => {
  const mark = path.join(data, 'restored')
  if (!existsSync(mark)) return
  const { replayErasures } = await import('#kernel/db/restore-erasures.ts')
  const { kyselyOn } = await import('#kernel/db/connection.ts')
  const { settling } = await import('#modules/privacy/api.ts')
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('begin')
    await replayErasures(client, modules, data, settling(kyselyOn(client), modules))
    await client.query('commit')
  } finally {
    await client.end()
  }
  await rm(mark)
}

// The one place that knows the parts of the product. Each is imported when its turn comes, so that a start pays only for what it
// runs: the build and the seed are not loaded the second time.
export const steps: Steps = {
  configure: async ({ demonstration, data }) => {
    const { readConfig } = await import('#kernel/config.ts')
    const config = readConfig({ ...process.env, SILLAGE_DEMONSTRATION: demonstration ? '1' : '', SILLAGE_DATA: data })
    const { backOfficeOf } = await import('#apps/back-office/settings.ts')
    backOfficeOf(config)
    return config
  },

  migrate: async ({ configuration, database, log }) => {
    const { kernelSchema, migrate } = await import('#kernel/db/migrate.ts')
    const { modules } = await import('#apps/portal/modules.ts')
    const all = configuration.demonstration ? [...modules, (await import('#demo/module.ts')).demo] : modules
    const schemas = all.map(({ name, folder }) => ({ name, folder: path.join(root, folder, 'tables') }))
    const applied = await migrate(database.owner, [kernelSchema, ...schemas])
    if (applied > 0) log(`${applied} migrations`)
    await declarePersonalData(all, database.owner)
    await eraseAgain(all, database.owner, configuration.data)
  },

  mustBuild: (context) => isStale(root, buildOf(context)) || isStale(root, 'back-office'),

  build: async (context) => {
    const key = buildKey(root)
    const { build } = await import('#apps/portal/build.ts')
    const { buildBackOffice } = await import('#apps/back-office/build.ts')
    await build({ demonstration: context.configuration.demonstration })
    noteBuild(root, buildOf(context), key)
    await buildBackOffice()
    noteBuild(root, 'back-office', key)
  },

  isSeeded: async ({ database }) => {
    const { isSeeded } = await import('#demo/seed.ts')
    return isSeeded(database)
  },

  seed: async ({ config, database, log }) => {
    const { seed } = await import('#demo/seed.ts')
    const { modules } = await import('#apps/portal/modules.ts')
    const { configureStorage } = await import('#modules/files/api.ts')
    const { storageOf } = await import('#apps/portal/storage.ts')
    configureStorage(storageOf(config))
    const { configureStaff } = await import('#modules/staff/api.ts')
    const { backOfficeOf } = await import('#apps/back-office/settings.ts')
    configureStaff(backOfficeOf(config)!)
    await seed({ database, modules, log })
  },

  start: async ({ configuration, config: given, database }) => {
    const running: (() => Promise<void>)[] = []
    // Portal, then worker, then the mailbox: what may still write goes before what it writes to.
    const stop = async () => { for (const one of running.toReversed()) await one() }
    try {
      const config = await withMailbox(given, running)
      const { startWorker } = await import('#apps/worker/start.ts')
      const { modules } = await import('#apps/portal/modules.ts')
      const worker = await startWorker({ config, url: database.worker, modules })
      running.push(worker.stop)
      const folder = path.join(root, 'build', buildOf({ configuration }))
      const { startPortal } = await load<{ startPortal: (given: object) => Promise<Running> }>(path.join(folder, 'server/app.js'))
      const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
      const places = { client: path.join(folder, 'client'), design: path.join(root, 'build/design') }
      const portal = await startPortal({ config, url: database.portal, places, version, committed: worker.wake })
      running.push(portal.stop)
      return { address: portal.address, stop }
    } catch (error) {
      await stop()
      throw error
    }
  },

  startBackOffice: async ({ config, database }) => {
    const { backOfficeOf } = await import('#apps/back-office/settings.ts')
    const settings = backOfficeOf(config)
    if (!settings) return undefined
    const { environmentOf, startBackOfficeProcess } = await import('./launch-back-office.ts')
    const env = environmentOf(process.env, {
      DATABASE_URL_BACK_OFFICE: database.backOffice, SILLAGE_DATA: config.SILLAGE_DATA, SILLAGE_DEMONSTRATION: config.demonstration ? '1' : '',
      BACK_OFFICE_PORT: String(settings.port), NODE_COMPILE_CACHE: compiled,
    })
    const { address, stop } = startBackOfficeProcess({ env, tell: (line) => { console.error(line) } })
    return { address: await address, stop }
  },

  welcome: async ({ configuration }, address, backOffice) => {
    if (!configuration.demonstration) {
      const there = backOffice ? `The back office is ready: ${backOffice}` : 'No back office here: BACK_OFFICE_ORIGIN and BACK_OFFICE_KEY would give it one.'
      return `\nSillage is ready: ${address}\n${there}\n`
    }
    const { people } = await import('#demo/world/people.ts')
    const signIn = people.map(({ firstName, lastName, title }) => `  ${firstName} ${lastName} — ${title}`).join('\n')
    const staff = backOffice ? await staffWelcome(address, backOffice) : ''
    return `\nSillage is ready: ${address}\n\nSign in with one click, at ${address}/demonstration, as:\n${signIn}\n${staff}`
  },
}

/** Nobody enters the back office with one click, even here: a link by mail, then a code. The demonstration's administrator lends their telephone. */
const staffWelcome = async (address: string, backOffice: string) => {
  const { administrator, shownSecret } = await import('#demo/staff.ts')
  return `\nThe back office is another place: ${backOffice}\n`
    + `  1. give the address ${administrator.email}, then open the link in ${address}/demonstration/courrier\n`
    + `  2. give the code of an authenticator application to which you gave the secret ${shownSecret}\n`
    + '     (no telephone at hand? `node_modules/.bin/node demo/staff.ts` prints the code of the moment)\n'
}

/** For the bundle, which has no types. */
const load = <Part>(part: string): Promise<Part> => import(part) as Promise<Part>
