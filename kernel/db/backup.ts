import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { create } from 'tar'
import { copyCluster } from './copy-cluster.ts'
import { startEmbedded } from './embedded.ts'
import { lockDirectory, lockHolder } from './lock.ts'
import { writeManifest } from './manifest.ts'

/** What a data directory holds that a backup leaves out: what each start makes again, and what an earlier restore put aside. */
export const leftOut = /^(postgres(\..*|ql-.*)?|database\.key\..*|running|before-restore-.*|restoring-.*)$/

type Backup = {
  /** The data directory. */
  directory: string
  /** The folder where the archive is written. */
  to: string
  /** False when the database is not the embedded one: its administrator backs it up. */
  withDatabase: boolean
}

/**
 * Writes everything into one archive with a manifest of checksums, whether the product runs or not. The database is copied
 * first, so that every file that it speaks of is in the archive.
 * @returns the archive's path
 * @throws with code SILLAGE_RUNNING when a restore or another backup works there, or what the disk says
 */
export async function backup({ directory, to, withDatabase }: Backup): Promise<string> {
  const archive = path.join(path.resolve(to), `sillage-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.tar.gz`)
  const draft = `${archive}.${process.pid}`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  try {
    const postgres = withDatabase ? await copyDatabase(directory, path.join(draft, 'postgres')) : null
    for (const entry of await readdir(directory).catch(() => [])) {
      if (leftOut.test(entry) || path.resolve(directory, entry) === path.resolve(to)) continue
      await cp(path.join(directory, entry), path.join(draft, entry), { recursive: true })
    }
    await writeManifest(draft, postgres)
    await create({ gzip: { level: 3 }, file: `${draft}.part`, cwd: draft, mode: 0o600 }, await readdir(draft))
    await rename(`${draft}.part`, archive)
    return archive
  } finally {
    await Promise.all([draft, `${draft}.part`].map((file) => rm(file, { recursive: true, force: true })))
  }
}

/** Copies the database of the running product, or starts it for that; gives its major version. */
async function copyDatabase(directory: string, to: string): Promise<number> {
  const unlock = (await lockHolder(directory))?.as === 'Sillage' ? undefined : await lockDirectory(directory, 'A backup')
  try {
    const embedded = await startEmbedded({ directory })
    try {
      await copyCluster(embedded, to)
      return Number(await readFile(path.join(to, 'PG_VERSION'), 'utf8'))
    } finally {
      if (unlock) await embedded.stop()
    }
  } finally {
    await unlock?.()
  }
}
