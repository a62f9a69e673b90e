import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byPostgres } from '#kernel/fact/wake.ts'
import { startWorker } from '#kernel/fact/worker.ts'
import { identity } from '#modules/identity/module.ts'
import { switches } from '#modules/switches/module.ts'
import { CLOSED } from './carrier.ts'
import { FEATURE } from './closed.ts'
import { aPerson, world } from './fixtures.ts'
import { openRedis } from './redis-bus.ts'
import { aCookie } from './testing/world.ts'
import { aPage, closing, openSocket } from './testing/page.ts'
import { kindsOfRedis, type Redis } from './testing/redis.ts'

const ORIGIN = 'http://localhost:3000'
const fail = (error: unknown) => { throw error }
const anAdministrator = async () => ({
  id: (await aPerson()).id, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris',
})

const aServer = async (url: string, redis: string | undefined) => {
  const child = fork(join(import.meta.dirname, 'testing/node.ts'), [url, ...redis ? [redis] : []], {
    execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = await once(child, 'message') as [{ port: number }]
  return { port, stop: () => child.kill('SIGKILL') }
}

describe.each([['PostgreSQL', undefined] as const, ...kindsOfRedis])('two processes that wake each other by %s', (_, startRedis) => {
  let redis: Redis | undefined
  let servers: Awaited<ReturnType<typeof aServer>>[] = []
  const stops: (() => Promise<unknown>)[] = []
  let tell: (channel: 'public') => void
  beforeAll(async () => {
    const { address, pools, modules } = await world()
    redis = await startRedis?.()
    const at = redis && `redis://127.0.0.1:${redis.port}`
    servers = await Promise.all([aServer(address('sillage_portal'), at), aServer(address('sillage_portal'), at)])
    const postgres = byPostgres(address('sillage_worker'), pools.worker, fail)
    const quiet = () => undefined
    const bus = at ? await openRedis({ url: at, name: ORIGIN, beside: postgres, failed: fail, changed: quiet }) : undefined
    tell = (bus ?? postgres).tell
    const log = pino({ level: 'silent' })
    const worker = await startWorker({ url: address('sillage_worker'), pool: pools.worker, modules, log, bus })
    stops.push(worker.stop, async () => bus?.stop())
  })
  afterAll(async () => {
    for (const stop of stops) await stop()
    servers.forEach((one) => one.stop())
    await redis?.stop()
  })

  const someone = async () => {
    const { id } = await aPerson()
    const [cookie, elsewhere] = [await aCookie(id), await aCookie(id)]
    return { id, cookie, elsewhere }
  }
  const page = (of: { cookie: string }, server: 0 | 1) => aPage({ port: servers[server]!.port, origin: ORIGIN, cookie: of.cookie })
  const ask = async (method: string, path: string, cookie: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${servers[1]!.port}/api${path}`, {
      method, headers: { cookie, origin: ORIGIN, ...body && { 'content-type': 'application/json' } },
      ...body && { body: JSON.stringify(body) },
    })
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()])
  }
  /** What a page that is left alone by then is told in the other session. */
  const soon = <T>(promise: Promise<T>) => Promise.race([promise, new Promise<string>((late) => { setTimeout(late, 3000, 'still open') })])

  test('a page hears at once what was committed by the other', async () => {
    const ada = await someone()
    const here = await page(ada, 0)
    const began = Date.now()
    await ask('PUT', '/me/presence', ada.cookie, { agreed: true })
    await here.hears(1)
    expect(Date.now() - began).toBeLessThan(1000)
    expect(here.heard[0]!.message.metadata.topic).toBe('live.presence-set')
    await here.leave()
  })

  test('signing out cuts the pages of that session at once, wherever they are connected, and no other', async () => {
    const ada = await someone()
    const [here, there] = [await page(ada, 0), await page({ cookie: ada.elsewhere }, 0)]
    const closed = closing(here.socket)
    await ask('DELETE', '/me/session', ada.cookie)
    expect(await soon(closed)).toBe(CLOSED.session)
    await expect(openSocket({ port: servers[0]!.port, origin: ORIGIN, cookie: ada.cookie })).rejects.toThrow('refused 401')
    expect(there.socket.readyState).toBe(there.socket.OPEN)
    await there.leave()
  })

  test('signing out everywhere, and closing one session from another, cut theirs', async () => {
    const [ada, other] = [await someone(), await someone()]
    const pages = await Promise.all([page(ada, 0), page({ cookie: ada.elsewhere }, 1), page({ cookie: other.elsewhere }, 0)])
    const closed = pages.map(({ socket }) => closing(socket))
    await ask('DELETE', '/me/sessions', ada.cookie)
    const { db } = await world()
    const { id } = await db.selectFrom('identity.session').select('id').where('person_id', '=', other.id).orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await ask('DELETE', `/me/sessions/${id}`, other.cookie)
    expect(await soon(Promise.all(closed))).toEqual([CLOSED.session, CLOSED.session, CLOSED.session])
  })

  test('a suspended person is cut in all processes', async () => {
    const ada = await someone()
    const pages = await Promise.all([page(ada, 0), page(ada, 1)])
    const closed = pages.map(({ socket }) => closing(socket))
    const { suspendPerson } = identity.backOffice.operations
    await (await world()).as(await anAdministrator()).run(suspendPerson!, { personId: ada.id, reason: 'Test' })
    expect(await soon(Promise.all(closed))).toEqual([CLOSED.session, CLOSED.session])
  })

  test('closed to somebody, streams are cut at once in all processes and begun by none; lifted, they begin again', async () => {
    const [ada, other] = [await someone(), await someone()]
    const pages = await Promise.all([page(ada, 0), page(ada, 1)])
    const others = await page(other, 0)
    const closed = pages.map(({ socket }) => closing(socket))
    const { turnOff, liftSwitch } = switches.backOffice.operations
    const staff = (await world()).as(await anAdministrator())
    const { switchId } = await staff.run(turnOff!, { feature: FEATURE, personId: ada.id, reason: 'Test' })
    tell('public')
    expect(await soon(Promise.all(closed))).toEqual([CLOSED.off, CLOSED.off])
    expect(pages.map(({ told }) => told.at(-1))).toEqual([{ off: { seconds: 120 } }, { off: { seconds: 120 } }])
    for (const server of [0, 1] as const) {
      const back = await page(ada, server)
      expect(await soon(closing(back.socket))).toBe(CLOSED.off)
      expect(back.told.at(-1)).toEqual({ off: { seconds: 120 } })
      const { port } = servers[server]!
      const read = (path: string) => fetch(`http://127.0.0.1:${port}/api/live/${path}`, { headers: { cookie: ada.cookie } })
      const away = await read(`entries?after=0&of=${ada.id}`)
      expect((await away.json() as object[]).at(-1)).toEqual({ off: { seconds: 120 } })
      const events = await read('stream')
      expect(await events.text()).toContain('data: {"off":{"seconds":120}}\n\n')
    }
    expect(others.socket.readyState).toBe(others.socket.OPEN)
    await staff.run(liftSwitch!, { switchId, reason: 'Test', held: 'send' })
    const again = await page(ada, 0)
    await ask('PUT', '/me/presence', ada.cookie, { agreed: true })
    await again.hears(1)
    await Promise.all([again.leave(), others.leave()])
  })

  test('closed to everybody with an end near, pages are told to come back then', async () => {
    const { turnOff, liftSwitch } = switches.backOffice.operations
    const [ada, staff] = [await someone(), (await world()).as(await anAdministrator())]
    const here = await page(ada, 0)
    const closed = closing(here.socket)
    const { switchId } = await staff.run(turnOff!, { feature: FEATURE, reason: 'Test', hours: 1 })
    const { db } = await world()
    const soonOver = { ends_at: new Date(Date.now() + 30_000) }
    await db.updateTable('switches.switch').set(soonOver).where('id', '=', switchId).execute()
    tell('public')
    expect(await soon(closed)).toBe(CLOSED.off)
    const { off: { seconds } } = here.told.at(-1) as unknown as { off: { seconds: number } }
    expect(seconds).toBeGreaterThan(20)
    expect(seconds).toBeLessThanOrEqual(30)
    await staff.run(liftSwitch!, { switchId, reason: 'Test', held: 'send' })
  })
})
