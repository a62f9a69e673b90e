import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { extract } from 'tar'
import { leftOut } from './backup.ts'
import { adoptCluster } from './embedded-cluster.ts'
import { startEmbedded } from './embedded.ts'
import { lockDirectory } from './lock.ts'
import { refusal, verifiedManifest } from './manifest.ts'
import { settledPostmaster } from './postmaster.ts'

/** The PostgreSQL whose clusters this version opens. */
const postgres = 18

/** Stands in the data directory until the next start has replayed the erasures. */
export const restored = 'restored'

type Restore = { archive: string, directory: string, replace: boolean }

/**
 * Puts a backup in the place of the data directory, once every file of it is verified. What was there is kept aside. Erasures
 * that were journalled since the backup stay in `erasures.ndjson`: the product replays them at its next start.
 * @returns where the former data lies, if there was some
 * @throws code SILLAGE_BACKUP with the sentence to print; code SILLAGE_RUNNING when the product runs; what the disk says
 */
export async function restore({ archive, directory, replace }: Restore): Promise<{ aside: string | undefined, madeAt: string }> {
  await stat(archive).catch(() => { throw refusal(`There is no backup at ${archive}.`) })
  const unlock = await lockDirectory(directory, 'A restore')
  const draft = path.join(directory, `restoring-${process.pid}`)
  try {
    const present = (await readdir(directory)).filter((entry) => !/^(running|before-restore-.*|restoring-.*)$/.test(entry))
    if (present.length > 0 && !replace) {
      throw refusal(`${directory} already holds data: `
        + 'add --replace to put the backup in its place, and what is there is kept aside.')
    }
    await mkdir(draft, { mode: 0o700 })
    await extract({ file: archive, cwd: draft, preserveOwner: false }).catch((error: NodeJS.ErrnoException) => {
      throw error.code?.startsWith('E') ? error : refusal('This is not a backup of Sillage, or it was cut short.', error)
    })
    const manifest = await verifiedManifest(draft)
    if (manifest.postgres !== null && manifest.postgres !== postgres) {
      throw refusal(`This backup is of PostgreSQL ${manifest.postgres}, which another version of Sillage opens.`)
    }
    await mergeErasures(directory, draft)
    if (await settledPostmaster(path.join(directory, 'postgres'))) await (await startEmbedded({ directory })).stop()
    const aside = present.length > 0 ? await putAside(directory, present, manifest.postgres !== null) : undefined
    await putInPlace(directory, draft)
    await writeFile(path.join(directory, restored), manifest.madeAt)
    // Starting it once replays its journal, and proves that it opens.
    if (manifest.postgres !== null) await (await startEmbedded({ directory })).stop()
    return { aside, madeAt: manifest.madeAt }
  } finally {
    await rm(draft, { recursive: true, force: true })
    await unlock()
  }
}

/** Both journals in one: the backup's, then what was erased since. Nobody comes back by a restore. */
async function mergeErasures(directory: string, draft: string): Promise<void> {
  const [before, now] = await Promise.all([draft, directory].map(async (folder) =>
    (await readFile(path.join(folder, 'erasures.ndjson'), 'utf8').catch(() => '')).split('\n').filter(Boolean)))
  const lines = [...new Set([...before!, ...now!])]
  if (lines.length > 0) await writeFile(path.join(draft, 'erasures.ndjson'), `${lines.join('\n')}\n`, { mode: 0o600 })
}

/** A backup without a database leaves the present one's files where they are. */
async function putAside(directory: string, present: string[], withDatabase: boolean): Promise<string> {
  const aside = path.join(directory, `before-restore-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`)
  await mkdir(aside, { mode: 0o700 })
  for (const entry of present) {
    if (withDatabase || !leftOut.test(entry)) await rename(path.join(directory, entry), path.join(aside, entry))
  }
  return aside
}

async function putInPlace(directory: string, draft: string): Promise<void> {
  for (const entry of await readdir(draft)) {
    if (entry === 'manifest.json') continue
    if (entry === 'postgres') await adoptCluster(path.join(draft, entry), directory)
    else await rename(path.join(draft, entry), path.join(directory, entry))
  }
}
