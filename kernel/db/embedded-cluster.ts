import { spawn } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { canEnter, rootHome, type Account } from './embedded-native.ts'

/** The superuser of the embedded database: only the launcher, the backups and the tests' set-up use it. */
export const superuser = 'postgres'

/**
 * The passwords of the embedded database's roles, all derived from one random key kept in `database.key` (0600), so that a role that
 * comes with a later version has its own without any file to rewrite.
 * @throws ENOSPC, EROFS or EACCES when the key cannot be written
 */
export async function passwords(directory: string): Promise<(role: string) => string> {
  const file = path.join(directory, 'database.key')
  let key = await readFile(file, 'utf8').catch(() => '')
  if (key.length !== 64) {
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 })
    key = await readFile(file, 'utf8')
  }
  return (role) => createHmac('sha256', key).update(role).digest('base64url')
}

type Creation = { directory: string, native: string, account: Account, password: string, durable: boolean }

/**
 * Creates the cluster when there is none, aside then renamed, so that an interrupted creation leaves nothing. Sorting is French (ICU).
 * @throws with the system's code (ENOSPC, EROFS, EACCES) when the disk refuses
 */
export async function createCluster({ directory, native, account, password, durable }: Creation): Promise<void> {
  const data = path.join(directory, 'postgres')
  if (existsSync(path.join(data, 'PG_VERSION'))) return
  const ground = canEnter(directory, account) ? directory : await groundElsewhere(data)
  const draft = path.join(ground, `postgres.${process.pid}`)
  const passwordFile = `${draft}.password`
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (account) await Promise.all([draft, passwordFile].map((file) => chown(file, account.uid, account.gid)))
    await run(path.join(native, 'bin/initdb'), [
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
  const ground = await realpath(data).then((real) => path.dirname(real), () => path.join(rootHome, randomBytes(8).toString('hex')))
  await mkdir(path.join(ground, 'postgres'), { recursive: true, mode: 0o755 })
  await chmod(ground, 0o755)
  await symlink(path.join(ground, 'postgres'), data).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return ground
}

/** Runs a program of PostgreSQL to its end. @throws what it said, with the system's code when the disk is the cause */
async function run(program: string, options: string[], account: Account): Promise<void> {
  const child = spawn(program, options, { ...account, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
  let said = ''
  child.stderr.on('data', (chunk) => { said += String(chunk) })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw databaseFailure(said)
}

/** An error out of what PostgreSQL printed, with the system's code when the disk is full, read-only or closed to its account. */
export function databaseFailure(said: string): Error & { code?: string } {
  const code = /No space left/.test(said) ? 'ENOSPC' : /Read-only file/.test(said) ? 'EROFS'
    : /Permission denied/.test(said) ? 'EACCES' : /could not bind|Address already in use/.test(said) ? 'EADDRINUSE' : undefined
  return Object.assign(new Error(`PostgreSQL did not start: ${said.trim().split('\n').slice(-3).join(' ')}`), code && { code })
}
