import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from '#modules/live/testing/crowd.ts'

export type Kind = 'ours' | 'bare' | 'socket-io'

export const start = async (program: string, given: object, execArgv: string[]): Promise<ChildProcess> =>
  fork(join(import.meta.dirname, program), [JSON.stringify(given)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv, env: { ...process.env, NODE_ENV: 'production' },
  })

/** Said once and awaited: what a child answers. @throws when it ended first. */
export const said = async <T>(child: ChildProcess, message?: object): Promise<T> => {
  const waiting = new AbortController()
  const answer = once(child, 'message', waiting) as Promise<[T]>
  const gone = once(child, 'exit', waiting).then(([code]) => { throw new Error(`A child ended with ${String(code)}`) })
  gone.catch(() => undefined)
  if (message) child.send(message)
  const [given] = await Promise.race([answer, gone])
  waiting.abort()
  return given
}

/** Messages in a round, told one after the other, each to all. */
const MESSAGES = 3

const profile = process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : []

/** A server of this kind with so many pages that listen, each process apart. */
export const openSide = async (kind: Kind, url: string, people: Person[]) => {
  const server = await start(`${kind}.ts`, { url }, ['--expose-gc', ...profile])
  const { port } = await said<{ port: number }>(server)
  const swarm = await start('swarm.ts', {}, [])
  const ask = async (name: string, given?: unknown) => (await said<{ answer: number }>(server, { ask: name, given })).answer
  // The first pages warm the process: what each costs is told by those that follow.
  const first = Math.ceil(people.length / 10)
  await said(swarm, { open: { kind, port, people: people.slice(0, first) } })
  const before = await ask('memory')
  await said(swarm, { open: { kind, port, people: people.slice(first) } })
  const memory = (await ask('memory') - before) / (people.length - first)
  let rest = 0
  return {
    /** Bytes of the server's process for each page. */
    memory,
    /** Messages to all, each told alone once it is written: the server's processor time for each delivery, in microseconds. */
    broadcast: async (): Promise<number> => {
      let spent = 0
      for (let told = 0; told < MESSAGES; told++) {
        await ask('write', people.map(({ id }) => id))
        const [began, at] = [await ask('processor'), performance.now()]
        const hearing = said<{ heard: number }>(swarm, { hear: people.length })
        await ask('broadcast')
        const { heard } = await hearing
        if (heard !== people.length) throw new Error(`${kind}: ${heard} of ${people.length} heard`)
        spent += await ask('processor') - began - rest * (performance.now() - at) / 1000
      }
      return spent * 1000 / (MESSAGES * people.length)
    },
    /** Processor time of a second of silence, pings and checks of sessions, which broadcasts from then on do not count. In milliseconds. */
    silence: async (seconds: number): Promise<number> => {
      const began = await ask('processor')
      await pause(seconds * 1000)
      rest = (await ask('processor') - began) / seconds
      return rest
    },
    /** From the sending to the page, at so many a second: the times of all, sorted, in milliseconds. */
    steadily: async (rate: number, count: number) =>
      (await said<{ took: number[] }>(swarm, { steadily: { rate, count, since: 'sent' } })).took,
    stop: async () => {
      const ended = Promise.all([once(server, 'exit'), once(swarm, 'exit')])
      server.kill('SIGTERM')
      swarm.kill('SIGKILL')
      await ended
    },
  }
}
