import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Account } from './embedded-native.ts'
import { databaseFailure } from './embedded-program.ts'
import { settings } from './embedded-settings.ts'
import { isAlive, runningPostmaster, settledPostmaster, type Postmaster } from './postmaster.ts'

/** What a start needs to know. */
export type Launch = { directory: string, native: string, account: Account, durable: boolean, port: number }

/**
 * Starts the server apart from our terminal, so that Ctrl-C does not stop it before those who use it, and waits until it is
 * ready. Undefined means: look again, another process was faster, or the backends of a server that was killed are still ending.
 * @throws what the server said, with the system's code when the disk or the port is the cause
 */
export async function launch({ directory, native, account, durable, port }: Launch): Promise<Postmaster | undefined> {
  const data = await realpath(path.join(directory, 'postgres'))   // its account may not see the link of a closed folder
  const logFile = path.join(directory, 'postgres.log')
  const output = openSync(logFile, (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000 ? 'w' : 'a', 0o600)
  const from = statSync(logFile).size
  const options = Object.entries({ ...settings(durable), port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(native, 'bin/postgres'), ['-D', data, ...options], {
    ...account, detached: true, stdio: ['ignore', output, output], env: { ...process.env, LC_ALL: 'C', PGDATA: undefined },
  })
  closeSync(output)
  child.unref()
  let failed: Error | undefined
  child.on('error', (error) => { failed = error })
  for (;;) {
    if (failed) throw failed
    if (child.exitCode !== null || child.signalCode !== null) break
    const postmaster = await runningPostmaster(data)
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster
    await pause(5)
  }
  if (await settledPostmaster(data)) return undefined   // another process was faster
  const said = readFileSync(logFile, 'utf8').slice(from)
  if (/shared memory block.*still in use|lock file .* already exists/.test(said)) {
    await pause(300)
    return undefined
  }
  throw databaseFailure(said)
}

/**
 * The server that runs on this directory and answers: one that was killed an instant ago still looks alive.
 * @throws when it keeps silent for 10 s, or refuses the password (28P01: the key is not the one it was made with)
 */
export async function answeringPostmaster(data: string, address: (port: number) => string): Promise<Postmaster | undefined> {
  for (const limit = Date.now() + 10_000; ; await pause(50)) {
    const postmaster = await settledPostmaster(data)
    if (!postmaster) return undefined
    const client = new pg.Client({ connectionString: address(postmaster.port), connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return postmaster
    } catch (error) {
      if ((error as { code?: string }).code === '28P01' || Date.now() > limit) throw error
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** Whether somebody else is connected. */
export async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    const others = "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1"
    return (await client.query(others)).rowCount === 1
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown, then the immediate one after 7 s: the journal of transactions makes it lose nothing. */
export async function end(data: string, pid: number): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 7000], ['SIGQUIT', 2000]] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (const limit = Date.now() + patience; Date.now() < limit; await pause(10)) {
      if (!isAlive(pid) || (await runningPostmaster(data))?.pid !== pid) return
    }
  }
}
