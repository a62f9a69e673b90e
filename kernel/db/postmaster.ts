import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a running PostgreSQL writes about itself in `postmaster.pid`. */
export type Postmaster = { pid: number, port: number, status: string }

/** A process that lives, and is not a zombie that nobody has collected (a container without an init keeps those). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return processStat(pid)?.state !== 'Z'
}

/**
 * State and start time of a process, from Linux's /proc; undefined elsewhere. Distinguishes a process from one that got its
 * number.
 */
export function processStat(pid: number): { name: string, state: string, started: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), state: rest[0]!, started: rest[19]! }
  } catch {
    return undefined
  }
}

/**
 * The PostgreSQL that runs on a data directory, if any. It outlives a kill -9 of the program that started it.
 * A number that now belongs to another program, or to a zombie, is replaced by one that cannot exist: PostgreSQL would refuse to
 * start, and removing the file would remove its protection against backends that are still alive.
 */
export async function runningPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = path.join(data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n')
  if (!Number(pid)) return undefined
  const name = processStat(Number(pid))?.name
  if (isAlive(Number(pid)) && (name === undefined || name === 'postgres')) {
    return { pid: Number(pid), port: Number(port), status: status.trim() }
  }
  if (name !== undefined) await writeFile(file, text.replace(pid, '99999999'))
  return undefined
}

/** The server that runs on this directory, once it has finished starting; undefined once it has finished stopping. */
export async function settledPostmaster(data: string): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = await runningPostmaster(data)
    if (!postmaster || postmaster.status === 'ready') return postmaster
    await pause(20)
  }
}
