import { spawnSync } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, link, mkdir, readFile, readlink, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { canEnter, databaseAccount, rootHome, type Account } from './embedded-native.ts'
import { runProgram } from './embedded-program.ts'

/** The superuser of the embedded database: only the launcher, the backups and the tests' set-up use it. */
export const superuser = 'postgres'

/**
 * The passwords of the embedded database's roles, all derived from one random key kept in `database.key` (0600), so that a
 * role that comes with a later version has its own without any file to rewrite.
 * @throws ENOSPC, EROFS or EACCES when the key cannot be written
 */
export async function passwords(directory: string): Promise<(role: string) => string> {
  const file = path.join(directory, 'database.key')
  if (!existsSync(file)) {
    const draft = `${file}.${randomBytes(4).toString('hex')}`
    await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
    try {
      await link(draft, file)   // whole at once, and only one of two starts makes it
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      await rm(draft)
    }
  }
  const key = await readFile(file, 'utf8')
  return (role) => createHmac('sha256', key).update(role).digest('base64url')
}

type Creation = { directory: string, native: string, account: Account, password: string, durable: boolean }

/**
 * Creates the cluster when there is none, aside then renamed, so that an interrupted creation leaves nothing. Sorting is
 * French (ICU).
 * @throws with the system's code (ENOSPC, EROFS, EACCES) when the disk refuses
 */
export async function createCluster({ directory, native, account, password, durable }: Creation): Promise<void> {
  const data = path.join(directory, 'postgres')
  if (existsSync(path.join(data, 'PG_VERSION'))) return
  const ground = canEnter(directory, account) ? directory : await groundElsewhere(data)
  const draft = path.join(ground, `postgres.${process.pid}-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${draft}.password`
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (account) await Promise.all([draft, passwordFile].map((file) => chown(file, account.uid, account.gid)))
    await runProgram(path.join(native, 'bin/initdb'), [
      `--pgdata=${draft}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale=C', `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
      '--locale-provider=icu', '--icu-locale=fr-FR', ...durable ? [] : ['--no-sync'],
    ], account)
    const target = ground === directory ? data : await realpath(data)
    await rename(draft, target).catch((error: unknown) => {
      if (!existsSync(path.join(target, 'PG_VERSION'))) throw error   // else another process has just created it
    })
  } finally {
    await Promise.all([draft, passwordFile].map((file) => rm(file, { recursive: true, force: true })))
  }
}

/** Under /root the account cannot enter: the data then lies in /var/lib/sillage, behind a link in the data directory. */
async function groundElsewhere(data: string): Promise<string> {
  const linked = await readlink(data).catch(() => undefined)
  if (linked && !existsSync(linked)) {
    throw Object.assign(new Error(`The database of ${data} lay in ${linked}, which is gone: restore a backup with `
      + `--replace, or remove ${path.dirname(data)} to start anew.`),
      { code: 'SILLAGE_CONFIGURATION' })
  }
  const ground = linked ? path.dirname(linked) : path.join(rootHome, randomBytes(8).toString('hex'))
  await mkdir(path.join(ground, 'postgres'), { recursive: true, mode: 0o755 })
  await chmod(ground, 0o755)
  await symlink(path.join(ground, 'postgres'), data).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return ground
}

/** Puts a cluster copied from elsewhere in its place, readable by the account that runs PostgreSQL. */
export async function adoptCluster(copy: string, directory: string): Promise<void> {
  const data = path.join(directory, 'postgres')
  const account = databaseAccount(data)
  const target = canEnter(directory, account) ? data : path.join(await groundElsewhere(data), 'postgres')
  await rename(copy, target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error
    await cp(copy, target, { recursive: true })
  })
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, target])
  await chmod(target, 0o700)
}
