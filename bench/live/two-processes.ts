import { once } from 'node:events'
import type { Person } from '#modules/live/testing/crowd.ts'
import { kindsOfRedis } from '#modules/live/testing/redis.ts'
import { said, start } from './sides.ts'

type Bus = 'PostgreSQL' | 'Redis'

/** The pages listen to one process, and what they are told is committed by another. */
const openPair = async (kind: 'ours' | 'bare', given: object, people: readonly Person[]) => {
  const servers = await Promise.all([start(`${kind}.ts`, given, ['--expose-gc']), start(`${kind}.ts`, given, ['--expose-gc'])])
  const [port, through] = (await Promise.all(servers.map((one) => said<{ port: number }>(one)))).map((one) => one.port)
  const swarm = await start('swarm.ts', {}, [])
  await said(swarm, { open: { kind, port, people } })
  return {
    /** From the commit in one to the page of the other, at so many a second. In milliseconds, not sorted. */
    measure: async (rate: number, count: number) =>
      (await said<{ took: number[] }>(swarm, { steadily: { rate, count, through, since: 'committed' } })).took,
    stop: async () => {
      const children = [...servers, swarm]
      const ended = Promise.all(children.map((child) => once(child, 'exit')))
      for (const child of children) child.kill('SIGKILL')
      await ended
    },
  }
}

export interface Measured { bus: Bus; redis?: string; ours: number[]; bare: number[] }

interface Options { url: string; people: readonly Person[]; rate: number; seconds: number; rounds: number }

/**
 * What it takes by each bus, ours and bare in turn, after a round that warms. Redis itself where the machine has it, else the small one of
 * tests.
 */
export const twoProcesses = async ({ url, people, rate, seconds, rounds }: Options): Promise<Measured[]> => {
  const [name, startRedis] = kindsOfRedis.at(-1)!
  const redis = await startRedis()
  const at = `redis://127.0.0.1:${redis.port}`
  const buses = [
    { bus: 'PostgreSQL' as const, ours: { url }, bare: { url, bus: 'postgres' } },
    { bus: 'Redis' as const, redis: name, ours: { url, redis: at }, bare: { url, bus: { redis: at } } },
  ]
  const found: Measured[] = []
  try {
    for (const { ours, bare, ...bus } of buses) {
      const pairs = { ours: await openPair('ours', ours, people), bare: await openPair('bare', bare, people) }
      const measured: Measured = { ...bus, ours: [], bare: [] }
      for (let round = -1; round < rounds; round++) {
        for (const side of ['ours', 'bare'] as const) {
          const took = await pairs[side].measure(rate, rate * seconds)
          if (round >= 0) measured[side].push(...took)
        }
      }
      await Promise.all([pairs.ours.stop(), pairs.bare.stop()])
      found.push(measured)
    }
  } finally {
    await redis.stop()
  }
  for (const { ours, bare } of found) for (const one of [ours, bare]) one.sort((first, second) => first - second)
  return found
}
