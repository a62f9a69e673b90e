import { v7 } from '#kernel/id.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { purge, sealLag, verifyTrace } from './api.ts'
import { sealAll as sealEverything, world } from './fixtures.ts'
import { audit } from './module.ts'
import { firstKeyAt } from './period.ts'
import { sealNext } from './sealing.ts'

const worker = async () => kyselyOn<any>((await world()).pools.worker)
const reader = async () => kyselyOn<any>((await world()).pools.backOffice)
const now = () => new Date().toISOString()

/** Entries as commands leave them, each in its own transaction. @returns their keys. */
const entries = async (count: number, given: { person?: string, at?: string } = {}) => {
  const { pools } = await world()
  const keys = Array.from({ length: count }, () => (given.at ? firstKeyAt(given.at) : v7()).slice(0, 24) + v7().slice(24))
  for (const key of keys) {
    await pools.portal.query({
      text: `insert into audit.entry (id, at, person_id, operation, outcome, request, parameters, address, salt)
        values ($1, $2, $3, 'parcels.send', 'done', 'r', '{"parcelId": "1"}', '192.0.2.7', gen_random_uuid())`,
      values: [key, given.at ?? now(), given.person ?? v7()],
    })
  }
  return keys
}
const sealAll = async () => sealEverything(await world())
const sealOnce = async () => { while (await sealNext(await worker(), now())) continue }
/** What someone does who has all rights on the database, triggers and all. */
const tamper = async (text: string, values: unknown[] = []) => {
  const { pools } = await world()
  for (const table of ['entry', 'change', 'seal']) await pools.owner.query(`alter table audit.${table} disable trigger append_only`)
  await pools.owner.query({ text, values })
  for (const table of ['entry', 'change', 'seal']) await pools.owner.query(`alter table audit.${table} enable trigger append_only`)
}
const fault = async (anchor?: { sequence: number, hash: string }) => (await verifyTrace(await reader(), anchor)).fault

beforeEach(async () => {
  await tamper('truncate audit.entry, audit.change, audit.seal')
})

test('batches are sealed one after the other, and the chain holds', async () => {
  await entries(3)
  await sealAll()
  await tamper(`insert into audit.change (table_name, row_id, action, after, at) values ('x.y', 'k', 'insert', '{"a": 1}', now())`)
  await entries(2)
  await sealAll()
  expect(await verifyTrace(await reader())).toMatchObject({ seals: 2, entries: 5, changes: 1, anchor: { sequence: 2 } })
  expect(await fault()).toBeUndefined()
  expect(await sealNext(await worker(), now())).toBe(0)
})

test('an entry that commits late is sealed later, not left out', async () => {
  const { pools } = await world()
  const late = v7()
  const client = await pools.owner.connect()
  await client.query('begin')
  await client.query(`insert into audit.entry (id, at, operation, outcome, request) values ('${late}', now(), 'x.late', 'done', 'r')`)
  await entries(2)
  await sealOnce()
  expect(await verifyTrace(await reader())).toMatchObject({ entries: 0 })
  expect(await sealLag(await reader())).toMatchObject({ waiting: 2, since: expect.any(String), anchor: null })
  await client.query('commit')
  client.release()
  await sealAll()
  expect(await verifyTrace(await reader())).toMatchObject({ entries: 3 })
  expect(await sealLag(await reader())).toMatchObject({ waiting: 0, since: null, anchor: { sequence: 1 } })
})

test('workers that seal at once leave one chain', async () => {
  await entries(6)
  await Promise.all(Array.from({ length: 4 }, sealAll))
  expect(await verifyTrace(await reader())).toMatchObject({ seals: 1, entries: 6 })
})

test.each([
  ['who', `update audit.entry set person_id = gen_random_uuid() where id = $1`, 'altered'],
  ['when', `update audit.entry set at = at + interval '1 microsecond' where id = $1`, 'altered'],
  ['the identifiers given', `update audit.entry set parameters = '{"parcelId": "2"}' where id = $1`, 'altered'],
  ['the address', `update audit.entry set address = '192.0.2.8' where id = $1`, 'altered'],
  ['the payload, emptied in silence', `update audit.entry set parameters = null, address = null, salt = null where id = $1`, 'emptied'],
  ['the place among transactions', `update audit.entry set xid = 1 where id = $1`, 'altered'],
  ['the place after what is sealed', `update audit.entry set xid = xid * 2 where id = $1`, 'missing'],
  ['the entry, taken away', `delete from audit.entry where id = $1`, 'missing'],
])('the first entry altered is named: %s', async (_, text, kind) => {
  const [first, second] = await entries(4)
  await sealAll()
  await entries(2)
  await sealAll()
  await tamper(text, [second])
  const found = await fault()
  expect(found).toEqual({ kind, of: 'entry', key: second, sequence: 1 })
  expect(found!.key).not.toBe(first)
})

test('a difference altered, taken away or emptied in silence is named', async () => {
  const change = `insert into audit.change (table_name, row_id, action, after, at) values ('x.y', 'k', 'insert', '{"a": 1}', now())`
  for (const [text, kind] of [
    [`update audit.change set after = '{"a": 2}'`, 'altered'], [`update audit.change set row_id = 'l'`, 'altered'], ['delete from audit.change', 'missing'],
    ['update audit.change set after = null, salt = null', 'emptied'],
  ] as const) {
    await tamper('truncate audit.change, audit.seal')
    await tamper(change)
    await sealAll()
    expect(await fault()).toBeUndefined()
    await tamper(text)
    expect(await fault()).toMatchObject({ kind, of: 'change' })
  }
})

test('an entry added among those sealed is named, and so is one that says that it is older than it is', async () => {
  const [first] = await entries(2)
  await sealAll()
  const { rows: [row] } = await (await world()).pools.owner.query<{ xid: number }>({ text: 'select xid from audit.entry where id = $1', values: [first] })
  const added = v7()
  await tamper(`insert into audit.entry (id, at, operation, outcome, request, xid) values ($1, now(), 'x.y', 'done', 'r', $2)`, [added, row!.xid])
  expect(await fault()).toEqual({ kind: 'inserted', of: 'entry', key: added, sequence: 1 })
  await tamper('delete from audit.entry where id = $1', [added])
  const [dated] = await entries(1, { at: new Date(Date.now() - 2 * 3_600_000).toISOString() })
  await sealAll()
  expect(await fault()).toEqual({ kind: 'backdated', of: 'entry', key: dated, sequence: 2 })
})

test('a seal altered, taken away or made again is seen; the end cut is seen by an anchor', async () => {
  for (let batch = 0; batch < 3; batch++) {
    await entries(2)
    await sealAll()
  }
  const { anchor } = await verifyTrace(await reader())
  expect(await fault(anchor)).toBeUndefined()
  expect(await fault({ ...anchor!, hash: 'ab'.repeat(32) })).toMatchObject({ kind: 'anchor', sequence: 3 })
  const { pools } = await world()
  const { rows: kept } = await pools.owner.query('select * from audit.seal order by sequence')
  await tamper('update audit.seal set leaves = leaves || leaves where sequence = 2')
  expect(await fault()).toMatchObject({ kind: 'chain', sequence: 2 })
  await tamper('update audit.seal set leaves = $1 where sequence = 2', [kept[1].leaves])
  await tamper('delete from audit.entry where id = any(select unnest(entries) from audit.seal where sequence = 3)')
  await tamper('delete from audit.seal where sequence = 3')
  expect(await fault()).toBeUndefined()
  expect(await fault(anchor)).toEqual({ kind: 'missing', of: 'seal', key: '3', sequence: 3 })
  await tamper('delete from audit.seal where sequence = 1')
  expect(await fault()).toEqual({ kind: 'missing', of: 'seal', key: '1', sequence: 1 })
})

test('payloads are emptied by date or by person, and the chain holds', async () => {
  const { db, pools } = await world()
  const [ada, bob] = [v7(), v7()]
  const [hers, his] = [(await entries(1, { person: ada }))[0]!, (await entries(1, { person: bob }))[0]!]
  await tamper(`insert into audit.change (entry_id, table_name, row_id, action, after, at) values ($1, 'x.y', 'k', 'insert', '{"a": 1}', now())`, [hers])
  await sealAll()
  expect(await purge(await worker(), { person: ada })).toBe(2)
  const rows = await db.selectFrom('audit.entry').select(['id', 'parameters', 'address', 'salt']).where('id', 'in', [hers, his]).orderBy('id').execute()
  expect(rows).toMatchObject([{ parameters: null, address: null, salt: null }, { parameters: { parcelId: '1' } }])
  expect(await db.selectFrom('audit.change').select('after').executeTakeFirst()).toEqual({ after: null })
  await sealAll()
  expect(await fault()).toBeUndefined()
  expect(await purge(await worker(), { before: new Date(Date.now() + 1000).toISOString() })).toBeGreaterThan(0)
  await sealAll()
  expect(await fault()).toBeUndefined()
  await expect(pools.owner.query('update audit.entry set at = now()')).rejects.toThrow(/only added to/)
})

test('lines at the end of their retention go, the chain still holds, and nothing can be slipped in their place', async () => {
  const { pools } = await world()
  const [old] = await entries(2)
  await sealAll()
  await entries(2)
  await sealAll()
  const { rows: [first] } = await pools.owner.query<{ at: string }>('select at from audit.seal where sequence = 2')
  const { rows } = await pools.worker.query({ text: 'select audit.forget($1, $2) as lines', values: [v7(), first!.at] })
  expect(rows).toEqual([{ lines: 2 }])
  await sealAll()
  expect(await verifyTrace(await reader())).toMatchObject({ seals: 3, forgotten: 1, entries: 3 })
  expect(await fault()).toBeUndefined()
  await tamper(`insert into audit.entry (id, at, operation, outcome, request, xid) values ($1, now(), 'x.y', 'done', 'r', 5)`, [old])
  expect(await fault()).toEqual({ kind: 'inserted', of: 'entry', key: old, sequence: 1 })
})

test('the worker seals each minute and empties each night, by its jobs', async () => {
  const { modules } = await world()
  expect(modules.flatMap(({ jobs }) => jobs).map(({ name, schedule }) => [name, schedule])).toEqual([
    ['audit.seal-trace', '* * * * *'], ['audit.prune-trace', '43 2 * * *'],
  ])
  const [job, prune] = audit.jobs
  await entries(2, { at: new Date(Date.now() - 400 * 86_400_000).toISOString() })
  const context = { db: await worker(), now: now() } as never
  await sealAll()
  await entries(1)
  await vi.waitFor(async () => expect(await job!.run(context, {})).toEqual({ lines: 1 }))
  expect(await prune!.run(context, {})).toEqual({ purged: 2, forgotten: 0 })
  expect(await fault()).toBeUndefined()
})
