import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { databaseFailure } from './embedded-cluster.ts'
import type { Account } from './embedded-native.ts'
import { settings } from './embedded-settings.ts'
import { isAlive, runningPostmaster, settledPostmaster, type Postmaster } from './postmaster.ts'

/** What a start needs to know. */
export type Launch = { directory: string, native: string, account: Account, durable: boolean, port: number }

/**
 * Starts the server apart from our terminal, so that Ctrl-C does not stop it before those who use it, and waits until it is ready.
 * Undefined means: try again, the backends of a server that was killed are still ending.
 * @throws what the server said, with the system's code when the disk or the port is the cause
 */
export async function launch({ directory, native, account, durable, port }: Launch): Promise<Postmaster | undefined> {
  const data = path.join(directory, 'postgres')
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
  const other = await settledPostmaster(data)   // another process was faster
  if (other) return other
  const said = readFileSync(logFile, 'utf8').slice(from)
  if (/shared memory block.*still in use|lock file .* already exists/.test(said)) {
    await pause(300)
    return undefined
  }
  throw databaseFailure(said)
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

/** The port of the last start when it is still free, so that addresses stay the same; else one that the system gives. */
export async function freePort(directory: string, attempt: number): Promise<number> {
  const last = attempt === 1 ? Number(await readFile(path.join(directory, 'postgres.port'), 'utf8').catch(() => 0)) : 0
  for (const wanted of [last, 0]) {
    const server = createServer()
    try {
      await once(server.listen(wanted, '127.0.0.1'), 'listening')
      return (server.address() as AddressInfo).port
    } catch {
      continue
    } finally {
      server.close()
    }
  }
  throw new Error('This system gives no free port for PostgreSQL.')
}
