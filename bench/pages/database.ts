import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'
import { isSeeded, seed } from '#demo/seed.ts'
import { addresses, type Addresses } from '#kernel/db/addresses.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { configureStorage } from '#modules/files/api.ts'

const root = join(import.meta.dirname, '../..')
/** Kept between runs: writing 100,000 resources takes minutes, and is not what is measured. */
export const folder = '/var/tmp/sillage-bench/pages'

const log = (line: string) => console.log(`      ${line}`)

const open = async () => {
  const embedded = await startEmbedded({ directory: folder })
  try {
    await prepareEmbedded(embedded)
    const database = addresses({}, embedded)
    const schemas = inOrder([...modules, demo]).map((one) => ({ name: one.name, folder: join(root, one.folder, 'tables') }))
    await migrate(database.owner, [kernelSchema, ...schemas])
    return { database, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** The demonstration's own world, then the large one beside it by the product's own command, on a database that nobody else uses. */
const write = async (count: number) => {
  const { database, stop } = await open()
  try {
    configureStorage({ directory: join(folder, 'files') })
    if (!await isSeeded(database)) await seed({ database, modules, log })
  } finally {
    await stop()
  }
  const large = spawn(process.execPath, [join(root, 'demo/large.ts'), String(count)], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { PATH: process.env['PATH'], SILLAGE_DATA: folder },
  })
  const [code] = await once(large, 'exit') as [number | null]
  if (code !== 0) throw new Error('The large demonstration could not be written')
}

/**
 * A migrated PostgreSQL with the demonstration and so many resources more, on a folder of its own. The first time it writes them.
 * @throws when a run before was cut while it wrote: the folder has to be removed
 */
export const openDatabase = async (count: number): Promise<{ database: Addresses; stop: () => Promise<void> }> => {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const [begun, done] = [join(folder, `${count}.begun`), join(folder, `${count}.done`)]
  if (!existsSync(done)) {
    if (existsSync(begun)) throw new Error(`${folder} was left half written: remove it and run again`)
    await writeFile(begun, '')
    await write(count)
    await writeFile(done, '')
  }
  return open()
}
