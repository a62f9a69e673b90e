import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { byPostgres, type Bus } from '#kernel/fact/wake.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { aFolder } from '#kernel/testing/temporary.ts'
import { live } from './module.ts'
import { openRedis } from './redis-bus.ts'
import { signal } from './signal.ts'
import { aCrowd } from './testing/crowd.ts'
import { Listener } from './testing/listener.ts'
import { kindsOfRedis, type Redis } from './testing/redis.ts'

/** How many listen, and for how long everything breaks. `SILLAGE_STORM_SECONDS=3600` for a night; people with `SILLAGE_STORM_PEOPLE`. */
const PEOPLE = Number(process.env['SILLAGE_STORM_PEOPLE'] ?? 2000)
const SECONDS = Number(process.env['SILLAGE_STORM_SECONDS'] ?? 15)

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!

/** A server; started again, as a supervisor does, when it finds no Redis at its start. */
const aNode = async (url: string, redis: string | undefined): Promise<{ child: ChildProcess; port: number }> => {
  const child = fork(join(import.meta.dirname, 'testing/node.ts'), [url, ...redis ? [redis] : []], {
    execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [said] = await Promise.race([once(child, 'message') as Promise<[{ port: number }]>, once(child, 'exit').then(() => [undefined])])
  if (said) return { child, port: said.port }
  await pause(300)
  return aNode(url, redis)
}

/** Tells some of the people, again and again; what the database has refused was not told. @returns the messages that it has taken. */
const tellThem = async (worker: Pool, tell: Bus['tell'], people: readonly string[], going: () => boolean) => {
  const told: string[] = []
  while (going()) {
    const to = Array.from({ length: 1 + Math.floor(Math.random() ** 4 * people.length) }, () => any(people))
    await signal({ db: kyselyOn<any>(worker), now: new Date().toISOString() }, { to: [...new Set(to)], topic: 'tests.told' })
      .then((id) => { told.push(id); tell('public') }, () => pause(200))
    await pause(20)
  }
  return told
}

/** Redis itself where the machine has it, else the small one. */
const [, startRedis] = kindsOfRedis.at(-1)!
const buses = [['PostgreSQL', undefined], ['Redis, which breaks too', startRedis]] as const

const patience = { timeout: (SECONDS + 600) * 1000 }
test.each(buses)('nothing is lost, nothing comes twice, nothing out of order, whatever breaks: by %s', patience, async (_, start) => {
  const folder = await aFolder()
  const options = { directory: folder, durable: true }
  let database = await startEmbedded(options)
  onTestFinished(() => database.stop())
  await prepareEmbedded(database)
  const root = join(import.meta.dirname, '../..')
  const schemas = inOrder([live]).map(({ name, folder: path }) => ({ name, folder: join(root, path, 'tables') }))
  await migrate(database.url('sillage_owner'), [kernelSchema, ...schemas])
  const [owner, worker] = [connect(database.url('sillage_owner'), 2), connect(database.url('sillage_worker'), 4)]
  const crowd = await aCrowd(owner, PEOPLE)
  let redis: Redis | undefined = await start?.()
  const at = redis && `redis://127.0.0.1:${redis.port}`
  const node = () => aNode(database.url('sillage_portal'), at)
  const nodes = await Promise.all([node(), node()])
  const postgres = byPostgres(database.url('sillage_worker'), worker, () => undefined)
  const quiet = () => undefined
  const viaRedis = at
    ? await openRedis({ url: at, name: 'http://localhost:3000', beside: postgres, failed: quiet, changed: quiet }) : undefined
  const { tell } = viaRedis ?? postgres
  const listeners: Listener[] = []
  for (const person of crowd) {
    listeners.push(new Listener(person, () => nodes.map(({ port }) => port)))
    if (listeners.length % 50 === 0) await pause(20)
  }
  onTestFinished(async () => {
    listeners.forEach((one) => one.end())
    for (const { child } of nodes) child.kill('SIGKILL')
    await viaRedis?.stop()
    await redis?.stop()
    await Promise.all([owner.end(), worker.end()])
  })
  while (listeners.some((one) => !one.isOpen)) await pause(100)

  const ending = Date.now() + SECONDS * 1000
  const going = () => Date.now() < ending
  const telling = Promise.all([1, 2].map(() => tellThem(worker, tell, crowd.map(({ id }) => id), going)))
  const counts = { kills: 0, restarts: 0, cuts: 0, slept: 0, redis: 0 }
  const each = async (milliseconds: number, act: () => Promise<void> | void) => {
    while (going()) {
      await pause(milliseconds * (0.5 + Math.random()))
      if (going()) await act()
    }
  }
  await Promise.all([
    telling,
    each(150, () => { for (let cut = 0; cut < 5; cut++) any(listeners).cut(); counts.cuts += 5 }),
    each(300, () => { any(listeners).sleep(3000); counts.slept++ }),
    each(5000, async () => {
      const place = Math.floor(Math.random() * nodes.length)
      const { child } = nodes[place]!
      child.kill('SIGKILL')
      await once(child, 'exit')
      nodes[place] = await node()
      counts.kills++
    }),
    each(8000, async () => {
      const { port } = database
      await database.stop()
      database = await startEmbedded({ ...options, port })
      counts.restarts++
    }),
    each(6000, async () => {
      if (!redis) return
      const { port } = redis
      await redis.stop()
      redis = undefined
      await pause(1000)
      redis = await start!(port)
      counts.redis++
    }),
  ])
  const told = (await telling).flat()

  const { rows } = await owner.query<{ person_id: string; ids: string[] }>(
    'select person_id, array_agg(id order by seq) as ids from live.entry group by person_id')
  const truth = new Map(rows.map((row) => [row.person_id, row.ids]))
  const behind = () => listeners.filter(({ person, heard }) => heard.length < (truth.get(person.id)?.length ?? 0)).length
  for (const end = Date.now() + 90_000; behind() > 0 && Date.now() < end;) await pause(200)

  const sum = (count: (one: Listener) => number) => listeners.reduce((total, one) => total + count(one), 0)
  const result = {
    lost: sum(({ person, heard }) => {
      const known = new Set(heard)
      return truth.get(person.id)?.filter((id) => !known.has(id)).length ?? 0
    }),
    duplicated: sum(({ wrong, heard }) => wrong.duplicated + heard.length - new Set(heard).size),
    'out of order': sum(({ person, heard, wrong }) =>
      wrong.gaps + heard.filter((id, place) => truth.get(person.id)?.[place] !== id).length),
    resets: sum(({ wrong }) => wrong.resets),
  }
  const kept = new Set(rows.flatMap(({ ids }) => ids))
  const said = Object.entries(result).map(([name, count]) => `${count} ${name}`).join(', ')
  console.log(`${PEOPLE} people, ${told.length} messages, ${sum(({ heard }) => heard.length)} deliveries; ${counts.cuts} cuts, `
    + `${counts.slept} slow pages, ${counts.kills} servers killed, ${counts.restarts} restarts of the database, `
    + `${counts.redis} of Redis: ${said}`)
  expect(result).toEqual({ lost: 0, duplicated: 0, 'out of order': 0, resets: 0 })
  expect(told.filter((id) => !kept.has(id))).toEqual([])
  expect(counts.kills).toBeGreaterThan(0)
  expect(counts.restarts).toBeGreaterThan(0)
  expect(counts.redis > 0).toBe(start !== undefined)
})
