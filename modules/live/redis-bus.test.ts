import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ConfigError, readConfig } from '#kernel/config.ts'
import { byPostgres, type Bus, type Channel } from '#kernel/fact/wake.ts'
import { world } from './fixtures.ts'
import { openRedis } from './redis-bus.ts'
import { kindsOfRedis } from './testing/redis.ts'

const fail = (error: unknown) => { throw error }
const until = async (holds: () => boolean, patience = 5000) => {
  for (const end = Date.now() + patience; !holds(); await pause(5)) if (Date.now() > end) throw new Error('It did not happen')
}

/** What one process hears: channels as they come, with `~` while something may be missed, and `lost`. */
const hearing = async (bus: Bus) => {
  const heard: string[] = []
  const woken = (channel: Channel, isPartial?: boolean) => { heard.push(isPartial ? `${channel}~` : channel) }
  const listener = bus.listen(['public', 'facts'], woken, () => heard.push('lost'))
  onTestFinished(() => listener.stop())
  await listener.ready
  heard.length = 0
  return heard
}

/** PostgreSQL's notices, which the test may cut. */
const beside = () => {
  const wakes = new Set<(channel: Channel) => void>()
  const told: Channel[] = []
  const bus: Bus = {
    tell: (channel) => { told.push(channel); wakes.forEach((wake) => wake(channel)) },
    listen: (channels, wake) => {
      wakes.add(wake)
      channels.forEach((channel) => wake(channel))
      return { ready: Promise.resolve(), stop: async () => { wakes.delete(wake) } }
    },
  }
  return { bus, told }
}

describe.each(kindsOfRedis)('%s', (_, start) => {
  const aRedis = async (port?: number, password?: string) => {
    const redis = await start(port, password)
    let isRunning = true
    const stop = async () => {
      if (isRunning) await redis.stop()
      isRunning = false
    }
    onTestFinished(stop)
    return { ...redis, stop }
  }
  const open = async (url: string, given: { name?: string; beside?: Bus; changes?: boolean[] } = {}) => {
    const bus = await openRedis({
      url, name: given.name ?? 'https://sillage.example', beside: given.beside ?? beside().bus, failed: fail,
      changed: (isLost) => given.changes?.push(isLost),
    })
    onTestFinished(bus.stop)
    return bus
  }

  test('what one process tells is heard by all, and by no other installation', async () => {
    const { port } = await aRedis()
    const url = `redis://127.0.0.1:${port}`
    const [one, other, stranger] = [await open(url), await open(url), await open(url, { name: 'https://other.example' })]
    const [heard, strangers] = [await hearing(other), await hearing(stranger)]
    one.tell('public')
    one.tell('facts')
    await until(() => heard.length === 2)
    expect(heard.toSorted()).toEqual(['facts', 'public'])
    for (let told = 0; told < 50; told++) one.tell('public')
    await pause(100)
    expect(heard.length).toBeGreaterThan(2)
    expect(heard.length).toBeLessThan(6)
    expect(strangers).toEqual([])
  })

  test('without Redis a process says so once, tells by PostgreSQL, and trusts nothing until Redis is back', async () => {
    const redis = await aRedis()
    const [under, changes] = [beside(), [] as boolean[]]
    const url = `redis://127.0.0.1:${redis.port}`
    const [one, other] = [await open(url, { beside: under.bus, changes }), await open(url)]
    const heard = await hearing(one)
    await redis.stop()
    await until(() => heard.includes('lost'))
    expect([heard, one.isLost()]).toEqual([['lost'], true])
    one.tell('public')
    await until(() => heard.length > 1)
    expect([under.told, heard]).toEqual([['public'], ['lost', 'public~']])
    await pause(2500)
    expect(changes).toEqual([true])
    await aRedis(redis.port)
    await until(() => !one.isLost() && !other.isLost(), 10_000)
    expect([heard.slice(2).toSorted(), changes]).toEqual([['facts', 'public'], [true, false]])
    heard.length = 0
    other.tell('public')
    await until(() => heard.length === 1)
    expect(heard).toEqual(['public'])
  }, 30_000)

  test('an address where nothing answers, and a wrong password, are one sentence that shows no password', async () => {
    const { port } = await aRedis(undefined, 'open-sesame')
    const wrong = await open(`redis://:not-it@127.0.0.1:${port}`).catch((error: unknown) => error as Error)
    expect(wrong).toBeInstanceOf(ConfigError)
    expect((wrong as Error).message).toMatch(new RegExp(`^REDIS_URL: the Redis at 127\\.0\\.0\\.1:${port} refuses`))
    expect((wrong as Error).message).not.toContain('not-it')
    expect((await open(`redis://:open-sesame@127.0.0.1:${port}`)).isLost()).toBe(false)
    await expect(open('redis://:not-it@127.0.0.1:9'))
      .rejects.toThrow(/^REDIS_URL: no Redis answers at 127\.0\.0\.1:9 \(connect ECONNREFUSED/)
  })

  test('with PostgreSQL beside it, each process hears another that tells by either', async () => {
    const redis = await aRedis()
    const { address, pools } = await world()
    const postgres = byPostgres(address('sillage_portal'), pools.portal, fail)
    const one = await open(`redis://127.0.0.1:${redis.port}`, { beside: postgres })
    const heard = await hearing(one)
    postgres.tell('public')
    await until(() => heard.length === 1)
    one.tell('facts')
    await until(() => heard.length === 2)
    expect(heard).toEqual(['public', 'facts'])
  })
})

test('an address that is none is refused by the configuration, which does not show it', () => {
  const read = (REDIS_URL: string) => () => readConfig({ SILLAGE_DEMONSTRATION: '1', REDIS_URL })
  expect(read('https://secret@redis.example')).toThrow(/^REDIS_URL: must look like redis:\/\//)
  expect(read('https://secret@redis.example')).not.toThrow(/secret/)
  expect(read('redis://redis.example:99999')).toThrow(/^REDIS_URL/)
  expect(read('redis:///secret')).toThrow(/^REDIS_URL/)
  expect(read('rediss://:secret@redis.example:6380')().REDIS_URL).toBe('rediss://:secret@redis.example:6380')
  expect(read('')().REDIS_URL).toBeUndefined()
})
