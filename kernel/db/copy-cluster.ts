import { constants } from 'node:fs'
import { copyFile, cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Embedded } from './embedded.ts'

/**
 * Folders whose content belongs to the running server alone: the copy has them empty. (PostgreSQL's manual, "Low-Level Base
 * Backup")
 */
const emptied = new Set([
  'pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans',
])
const leftOut = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*)$/

/**
 * Copies the cluster while it runs, with the journal that makes the copy consistent: what was committed when it ends is in it. A
 * temporary replication slot keeps the journal meanwhile, and goes away with our connection whatever happens.
 * @throws the driver's and the disk's errors
 */
export async function copyCluster({ superuserUrl, data }: Embedded, to: string): Promise<void> {
  const client = new pg.Client(superuserUrl)
  client.on('error', () => {})   // the query under way says it too
  await client.connect()
  try {
    await client.query("select pg_create_physical_replication_slot('sillage_backup_' || pg_backend_pid(), true, true)")
    const { rows: [start] } = await client.query<{ file: string }>(
      "select pg_walfile_name(pg_backup_start('sillage', true)) as file")
    await copyFolder(data, to)
    const { rows: [end] } = await client.query<{ labelfile: string, spcmapfile: string, file: string }>(
      'select labelfile, spcmapfile, pg_walfile_name(lsn) as file from pg_backup_stop(false)')
    await writeFile(path.join(to, 'backup_label'), end!.labelfile, { mode: 0o600 })
    if (end!.spcmapfile) await writeFile(path.join(to, 'tablespace_map'), end!.spcmapfile, { mode: 0o600 })
    for (const file of await readdir(path.join(data, 'pg_wal'))) {
      if (file.endsWith('.history') || (/^[0-9A-F]{24}$/.test(file) && file >= start!.file && file <= end!.file)) {
        await copyFile(path.join(data, 'pg_wal', file), path.join(to, 'pg_wal', file))
      }
    }
  } finally {
    await client.end()
  }
}

/** Files come, go and are cut while we copy; the journal mends that. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (leftOut.test(entry.name)) continue
    if (entry.isDirectory()) await (emptied.has(entry.name) ? emptyFolders(source, target) : copyFolder(source, target))
    else await copyFile(source, target, constants.COPYFILE_FICLONE).catch(unlessGone)
  }
}

/** The server wants the folders inside these too, such as pg_wal/archive_status. */
async function emptyFolders(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true, mode: constants.COPYFILE_FICLONE,
    filter: (file) => file === from || /^(archive_status|summaries)$/.test(path.basename(file)),
  })
}

function unlessGone(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}
