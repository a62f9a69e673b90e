import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** A server under measure, in a process of its own. */
export interface Measured {
  readonly pid: number
  readonly port: number
  stop(): Promise<void>
}

/** Clock ticks in a second, as /proc counts processor time (Linux: `getconf CLK_TCK`). */
const TICKS = 100

/** Processor time that a process has used since its start, all its threads, user and system. In milliseconds. */
export const processorTime = async (pid: number): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 1000 / TICKS
}

/**
 * Starts a server whose program sends `{ port }` to its parent once it listens. What it prints is thrown away, as a log that goes to a
 * file is: it is written all the same.
 */
export const startServer = async (program: string, given: object, execArgv: string[] = []): Promise<Measured> => {
  const child = fork(program, [JSON.stringify(given)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv, env: { ...process.env, NODE_ENV: 'production' },
  })
  const exited = once(child, 'exit')
  const [message] = await Promise.race([
    once(child, 'message'), exited.then(([code]) => { throw new Error(`${program} ended with ${String(code)} before it listened`) }),
  ]) as [{ port: number }]
  return {
    pid: child.pid!, port: message.port,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
