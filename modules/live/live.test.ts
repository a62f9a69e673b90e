import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { message } from './envelope.ts'
import { world } from './fixtures.ts'
import { aPage } from './testing/page.ts'
import { aServer } from './testing/world.ts'

const { get, someone, tell } = aServer()

test('a page hears what its person is told, in order, as the envelope says', async () => {
  const [ada, other] = [await someone(), await someone()]
  const page = await aPage(ada)
  const subject = { kind: 'tests.thing', id: v7() }
  const id = await tell({ to: [ada.id, other.id], subject, version: 3, importance: 'high' })
  await tell({ to: [other.id] })
  await tell({ to: [ada.id] })
  await page.hears(2)
  expect(page.heard.map(({ seq }) => seq)).toEqual([1, 2])
  expect(page.heard[0]!.message).toMatchObject({
    metadata: { id, emitter: 'tests', topic: 'tests.told', priority: 'HIGH' },
    payload: { subject, before: { version: 2 }, after: { version: 3 } },
  })
  for (const heard of page.heard) expect(message.strict().parse(heard.message)).toEqual(heard.message)
  await page.leave()
})

test('a page that was cut resumes after the last entry that it has seen', async () => {
  const ada = await someone()
  const page = await aPage(ada)
  await tell({ to: [ada.id] })
  await page.hears(1)
  await page.leave()
  for (let told = 0; told < 450; told++) await tell({ to: [ada.id] })
  const back = await aPage(ada, { cursor: 1, of: ada.id })
  await back.hears(450)
  expect(back.told).toEqual([{ welcome: { seq: 1, person: ada.id } }])
  expect(back.heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 450 }, (_, place) => place + 2))
  await back.leave()
})

test('what was told between the making of a page and its first connection is heard', async () => {
  const ada = await someone()
  await tell({ to: [ada.id] })
  const page = await aPage(ada, { age: 500 })
  await page.hears(1)
  await page.leave()
})

test('a cursor of somebody else, from the future, or older than what is kept, is told to fetch all', async () => {
  const ada = await someone()
  for (let told = 0; told < 3; told++) await tell({ to: [ada.id] })
  for (const hello of [{ cursor: 2, of: v7() }, { cursor: 2 }, { cursor: 9, of: ada.id }]) {
    const page = await aPage(ada, hello)
    expect(page.told).toEqual([{ reset: { seq: 3, person: ada.id } }])
    await page.leave()
  }
  const { db } = await world()
  await sql`delete from live.entry where person_id = ${ada.id} and seq < 3`.execute(db)
  const [late, near] = [await aPage(ada, { cursor: 1, of: ada.id }), await aPage(ada, { cursor: 2, of: ada.id })]
  expect(late.told).toEqual([{ reset: { seq: 3, person: ada.id } }])
  await near.hears(1)
  await Promise.all([late.leave(), near.leave()])
})

test('a transaction that commits late is heard, and holds back nobody meanwhile', async () => {
  const [ada, other] = [await someone(), await someone()]
  const [page, others] = [await aPage(ada), await aPage(other)]
  const { pools } = await world()
  const client = await pools.worker.connect()
  await client.query('begin')
  await client.query(`select live.signal(array[$1]::uuid[], $2, now(), 'tests.late', 'UPDATE', 'REALTIME', 'NORMAL', null, null, null,
    false, null)`, [ada.id, v7()])
  await tell({ to: [other.id] })
  await others.hears(1)
  expect(page.heard).toEqual([])
  await client.query('commit')
  client.release()
  get().tell('public')
  await page.hears(1)
  await Promise.all([page.leave(), others.leave()])
})

test('two commands that tell the same people in another order wait for nobody, and each stream has no gap', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, someone))
  const ids = people.map(({ id }) => id)
  await Promise.all(Array.from({ length: 40 }, (_, round) => tell({ to: round % 2 ? ids : ids.toReversed() })))
  const { db } = await world()
  const { rows } = await sql<{ seqs: number[] }>`select array_agg(seq order by seq) as seqs from live.entry
    where person_id = any (${ids}::uuid[]) group by person_id`.execute(db)
  expect(rows.map(({ seqs }) => seqs.map(Number))).toEqual(ids.map(() => Array.from({ length: 40 }, (_, place) => place + 1)))
})

test('what a page acknowledges is kept for its device, and never more than what it was sent', async () => {
  const ada = await someone()
  const page = await aPage(ada)
  await tell({ to: [ada.id], acknowledge: true })
  await page.hears(1)
  page.ack(700)
  await pause(2500)
  const { db } = await world()
  const { rows } = await sql`select device_id, seq from live.acknowledgement where person_id = ${ada.id}`.execute(db)
  expect(rows).toEqual([{ device_id: page.device, seq: 1 }])
  await page.leave()
})
