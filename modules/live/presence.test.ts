import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { v7 } from '#kernel/id.ts'
import { aPerson, world } from './fixtures.ts'
import { pruneStreams } from './jobs.ts'
import { setPresence } from './operations/set-presence.ts'
import { showPresence } from './operations/show-presence.ts'
import { attending, presentAmong } from './presence.ts'

test('presence is seen where both agree, and nowhere else', async () => {
  const { as, pools, engine, actorOf } = await world()
  const [ada, other, third] = [await aPerson(), await aPerson(), await aPerson()]
  const everybody = [ada.id, other.id, third.id]
  const seenBy = async (person: { id: string }) =>
    presentAmong(engine.context({ actor: await actorOf(person), origin: { request: v7() } }), everybody)
  const hub = async () => pools.portal.query('select live.attend($1, $2, 50)', [v7(), everybody])

  await hub()
  expect(await seenBy(ada)).toEqual(new Set())
  await as(ada).run(setPresence, { agreed: true })
  await hub()
  expect(await seenBy(other)).toEqual(new Set())
  await as(other).run(setPresence, { agreed: true })
  expect(await seenBy(other)).toEqual(new Set([ada.id]))
  expect(await seenBy(third)).toEqual(new Set())
  await as(ada).run(setPresence, { agreed: false })
  expect(await seenBy(other)).toEqual(new Set())
  expect((await as(ada).run(showPresence, {})).agreedAt).toBeNull()
  await expect(as().run(setPresence, { agreed: true })).rejects.toMatchObject({ status: 401 })
})

test('a process that stops leaves nobody there', async () => {
  const { as, pools, db } = await world()
  const ada = await aPerson()
  await as(ada).run(setPresence, { agreed: true })
  const [hub, failures] = [v7(), [] as unknown[]]
  await pools.portal.query('select live.attend($1, $2, 50)', [hub, [ada.id]])
  const attended = attending(pools.portal, hub, () => [ada.id], (error) => failures.push(error))
  await pause(10)
  await attended.stop()
  await pools.portal.query('select live.attend($1, $2, 50)', [hub, []])
  const { rows } = await sql`select from live.presence where hub_id = ${hub}`.execute(db)
  expect([rows.length, failures]).toEqual([0, []])
})

test('entries leave after seven days, devices after a month', async () => {
  const { db, pools } = await world()
  const ada = await aPerson()
  const tell = (days: number) => sql`select live.signal(array[${ada.id}]::uuid[], ${v7()}::uuid, 
    now() - make_interval(days => ${days}::int), 'tests.told', 'UPDATE', 'SYSTEM', 'HIGH', null, null, null, false, null)`.execute(db)
  for (const days of [9, 8, 6, 0]) await tell(days)
  expect(await pruneStreams.run({ db: kyselyOn<any>(pools.worker) } as never, {})).toEqual({ entries: 2 })
  const { rows } = await sql<{ seq: number }>`select seq from live.entry where person_id = ${ada.id} order by seq`.execute(db)
  expect(rows).toEqual([{ seq: 3 }, { seq: 4 }])
})
