import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#kernel/config.ts'
import type { Addresses } from '#kernel/db/addresses.ts'
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
  welcome: (context: LaunchContext<Settings>, address: string) => Promise<string>
}

type Running = { address: string, stop: () => Promise<void> }
type Worker = { wake: () => void, stop: () => Promise<void> }
type Person = { firstName: string, lastName: string, title: string, pitch: string }
type Context = LaunchContext<Config>

/** The demonstration is another build: the pages of "sign in as" do not exist in the other one. */
const buildOf = ({ configuration }: Context) => configuration.demonstration ? 'demonstration' : 'portal'

// The one place that knows the parts of the product. Each is imported when its turn comes, so that a start pays only for what it
// runs: the build and the seed are not loaded the second time.
export const steps: Steps = {
  configure: async ({ demonstration }) => {
    const { readConfig } = await import('#kernel/config.ts')
    return readConfig({ ...process.env, SILLAGE_DEMONSTRATION: demonstration ? '1' : '' })
  },

  migrate: async ({ configuration, database, log }) => {
    const { kernelSchema, migrate } = await import('#kernel/db/migrate.ts')
    const { modules } = await import('#apps/portal/modules.ts')
    const { demo } = await load<{ demo: (typeof modules)[number] }>('#demo/module.ts')
    const all = configuration.demonstration ? [...modules, demo] : modules
    const schemas = all.map(({ name, folder }) => ({ name, folder: path.join(root, folder, 'tables') }))
    const applied = await migrate(database.owner, [kernelSchema, ...schemas])
    if (applied > 0) log(`${applied} migrations`)
  },

  mustBuild: (context) => isStale(root, buildOf(context)),

  build: async (context) => {
    const key = buildKey(root)
    const { build } = await import('#apps/portal/build.ts')
    await build({ demonstration: context.configuration.demonstration })
    noteBuild(root, buildOf(context), key)
  },

  isSeeded: async ({ database }) => {
    const { isSeeded } = await load<{ isSeeded: (database: Addresses) => Promise<boolean> }>('#demo/seed.ts')
    return isSeeded(database)
  },

  seed: async (context) => {
    const { seed } = await load<{ seed: (context: Context) => Promise<void> }>('#demo/seed.ts')
    await seed(context)
  },

  start: async (context) => {
    const { config, database } = context
    const { startWorker } = await load<{ startWorker: (context: Context) => Promise<Worker> }>('#apps/worker/start.ts')
    const worker = await startWorker(context)
    const folder = path.join(root, 'build', buildOf(context))
    const { startPortal } = await load<{ startPortal: (given: object) => Promise<Running> }>(path.join(folder, 'server/app.js'))
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
    const places = { client: path.join(folder, 'client'), design: path.join(root, 'build/design') }
    try {
      const portal = await startPortal({ config, url: database.portal, places, version, committed: worker.wake })
      return {
        address: portal.address,
        stop: async () => {
          await portal.stop()
          await worker.stop()
        },
      }
    } catch (error) {
      await worker.stop()
      throw error
    }
  },

  welcome: async ({ configuration }, address) => {
    if (!configuration.demonstration) return `\nSillage is ready: ${address}\n`
    const { people } = await load<{ people: Person[] }>('#demo/world/people.ts')
    const signIn = people.map(({ firstName, lastName, title }) => `  ${firstName} ${lastName} — ${title}`).join('\n')
    return `\nSillage is ready: ${address}\n\nOn the sign-in page (${address}/connexion), choose whom to sign in as:\n${signIn}\n`
  },
}

/** For what has no types here: the bundle, and the parts that a person may not have. */
const load = <Part>(part: string): Promise<Part> => import(part) as Promise<Part>
