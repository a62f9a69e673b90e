import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { module } from '#kernel/operation/module.ts'
import { command, query, Refusal, type Context } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { readsOf } from './api.ts'
import { audit } from './module.ts'

interface Tables {
  'parcels.parcel': { id: string; label: string; secret: string | null; weight: number }
  'parcels.carrier': { parcel_id: string; person_id: string }
}

// A module made for this test, whose tables are followed by the trace.
const folder = mkdtempSync(join(tmpdir(), 'sillage-parcels-'))
mkdirSync(join(folder, 'tables'))
writeFileSync(join(folder, 'tables/0001-parcels.sql'), `
  create table parcels.parcel (id uuid primary key, label text not null, secret text, weight integer not null);
  create table parcels.carrier (parcel_id uuid, person_id uuid, primary key (parcel_id, person_id));
  create trigger audit after insert or update or delete on parcels.parcel for each row execute function audit.capture('-secret');
  create trigger audit after insert or update or delete on parcels.carrier for each row
    execute function audit.capture('parcel_id', 'person_id');
  grant usage on schema parcels to sillage_portal;
  grant select, insert, update, delete on parcels.parcel, parcels.carrier to sillage_portal;`)

const parcelId = z.uuid()
const sendParcel = command({
  http: 'POST /parcels', input: z.object({ parcelId, label: z.string(), carrierIds: z.array(z.uuid()) }), output: z.object({}),
    allow: signedIn,
  run: async ({ db }: Context<Tables>, input) => {
    await db.insertInto('parcels.parcel').values({ id: input.parcelId, label: input.label, secret: 'hush', weight: 1 }).execute()
    for (const person_id of input.carrierIds) await db.insertInto('parcels.carrier').values({ parcel_id: input.parcelId, person_id })
      .execute()
    return {}
  },
})
const weighParcel = command({
  http: 'PATCH /parcels/:parcelId', input: z.object({ parcelId, weight: z.int() }), output: z.object({}), allow: signedIn,
  run: async ({ db }: Context<Tables>, input) => {
    await db.updateTable('parcels.parcel').set({ weight: input.weight, secret: 'changed' }).where('id', '=', input.parcelId).execute()
    if (input.weight > 100) throw new Refusal('parcels.too-heavy')
    return {}
  },
})
const openParcel = query({
  http: 'GET /parcels/:parcelId', input: z.object({ parcelId, senderId: z.uuid().optional() }), output: z.object({}), allow: signedIn,
  sensitive: 'sender', about: (_, { senderId }) => senderId, run: async () => ({}),
})
const whoLooked = query({
  http: 'GET /reads/:personId', input: z.object({ personId: z.uuid() }), output: z.array(z.looseObject({})), allow: signedIn, confidential: true,
  run: (context: Context, input) => readsOf(context, input.personId) as never,
})
const world = worldOf(module({ name: 'parcels', folder: relative(join(import.meta.dirname, '../..'), folder), needs: [audit],
  operations: { sendParcel, weighParcel, openParcel, whoLooked } }))
const ada = { id: v7() }

const traceOf = async (target: string) => (await world()).db.selectFrom('audit.entry as entry').selectAll('entry')
  .where((eb) => eb.or([eb('target', '=', target), eb(eb.ref('parameters', '->>').key('parcelId' as never), '=', target)]))
  .orderBy('entry.id').execute()

test('what was done, refused and read leaves an entry with identifiers and no text', async () => {
  const { as } = await world()
  const carrier = v7()
  const id = v7()
  const origin = { request: 'request-1', address: '::ffff:192.0.2.7' }
  await as(ada).run(sendParcel, { parcelId: id, label: 'Madame Martin', carrierIds: [carrier] }, { origin })
  await expect(as(ada).run(weighParcel, { parcelId: id, weight: 101 })).rejects.toMatchObject({ code: 'parcels.too-heavy' })
  await expect(as().run(weighParcel, { parcelId: id, weight: 2 })).rejects.toMatchObject({ status: 401 })
  await as(ada).run(openParcel, { parcelId: id })
  const trace = await traceOf(id)
  expect(trace).toMatchObject([
    { operation: 'parcels.sendParcel', outcome: 'done', person_id: ada.id, request: 'request-1', address: '192.0.2.7', code: null,
      parameters: { parcelId: id, carrierIds: [carrier] } },
    { operation: 'parcels.weighParcel', outcome: 'refused', code: 'parcels.too-heavy', target: id, person_id: ada.id },
    { operation: 'parcels.weighParcel', outcome: 'refused', code: 'sign-in-required', target: id, person_id: null },
    { operation: 'parcels.openParcel', outcome: 'read', target: id, person_id: ada.id },
  ])
  expect(JSON.stringify(trace)).not.toContain('Martin')
})

test('the difference of each row is kept under its entry: only what changed and lasted, hidden columns without their content', async () => {
  const { as, db } = await world()
  const [id, carrier] = [v7(), v7()]
  await as(ada).run(sendParcel, { parcelId: id, label: 'books', carrierIds: [carrier] })
  await as(ada).run(weighParcel, { parcelId: id, weight: 7 })
  await expect(as(ada).run(weighParcel, { parcelId: id, weight: 101 })).rejects.toMatchObject({ code: 'parcels.too-heavy' })
  const entries = await traceOf(id)
  const changes = await db.selectFrom('audit.change').selectAll().where('row_id', 'like', `${id}%`).orderBy('id').execute()
  expect(changes).toMatchObject([
    { entry_id: entries[0]!.id, table_name: 'parcels.parcel', row_id: id, action: 'insert', before: null },
    { entry_id: entries[0]!.id, table_name: 'parcels.carrier', row_id: `${id}/${carrier}`, action: 'insert' },
    { entry_id: entries[1]!.id, table_name: 'parcels.parcel', row_id: id, action: 'update' },
  ])
  expect(changes[0]!['after']).toEqual({ id, label: 'books', secret: '…', weight: 1 })
  expect(changes[2]).toMatchObject({ before: { weight: 1, secret: '…' }, after: { weight: 7, secret: '…' } })
})

test('a write outside of a command is kept with no entry', async () => {
  const { db, pools } = await world()
  const id = v7()
  await pools.portal.query({ text: `insert into parcels.parcel values ($1, 'seed', null, 1)`, values: [id] })
  await pools.portal.query({ text: `update parcels.parcel set label = 'seed' where id = $1`, values: [id] })
  await pools.portal.query({ text: 'delete from parcels.parcel where id = $1', values: [id] })
  const changes = await db.selectFrom('audit.change').selectAll().where('row_id', '=', id).orderBy('id').execute()
  expect(changes).toMatchObject([{ action: 'insert', entry_id: null }, { action: 'delete', entry_id: null, before: { label: 'seed' } }])
})

test('what is sent in a refused input never reaches the trace, nor breaks it', async () => {
  const { as } = await world()
  const id = v7()
  const origin = { request: 'odd', address: 'not an address' }
  await expect(as().run(weighParcel, { parcelId: id, weight: 1, [`jean@example.org`]: v7() } as never, { origin }))
    .rejects.toMatchObject({ status: 401 })
  expect(await traceOf(id)).toMatchObject([{ address: null, parameters: { parcelId: id } }])
})

test('who acts in another\'s place, and a program that acts by itself, are both named', async () => {
  const { as } = await world()
  const [id, staff] = [v7(), v7()]
  const inPlace = { id: ada.id, by: staff, grants: [], timeZone: 'Europe/Paris' }
  await as(inPlace).run(sendParcel, { parcelId: id, label: 'books', carrierIds: [] })
  await expect(as({ ...inPlace, id: undefined, by: undefined, client: 'import' }).run(weighParcel, { parcelId: id, weight: 1 }))
    .rejects.toMatchObject({ status: 403 })
  expect(await traceOf(id)).toMatchObject([
    { person_id: staff, acting_for: ada.id, client: null, outcome: 'done' },
    { person_id: null, acting_for: null, client: 'import', outcome: 'refused', code: 'forbidden' },
  ])
})

test('a person learns who looked at their sensitive data, and nobody learns it of another', async () => {
  const { as, pools, actorOf } = await world()
  const [person, reader] = [{ id: v7() }, { id: v7() }]
  const parcel = v7()
  await as(reader).run(openParcel, { parcelId: parcel, senderId: person.id })
  await as(reader).run(openParcel, { parcelId: parcel })
  expect(await as(person).run(whoLooked, { personId: person.id })).toMatchObject([{ personId: reader.id, operation: 'parcels.openParcel' }])
  await expect(as(reader).run(whoLooked, { personId: person.id })).rejects.toThrow(/permission denied/)
  const context = { db: kyselyOn<any>(pools.backOffice), actor: await actorOf(ada), now: '', origin: { request: '' }, record: async () => undefined }
  const [read, ...others] = await readsOf(context, person.id)
  expect([read!.personId, others]).toEqual([reader.id, []])
  expect(await readsOf(context, person.id, { before: read!.id })).toEqual([])
})

test.each(['portal', 'worker', 'backOffice', 'statistics'] as const)('the role %s changes and erases nothing of the trace', async (role) => {
  const { pools, address } = await world()
  const pool = role === 'statistics' ? connect(address('sillage_statistics'), 1) : pools[role]
  for (const table of ['entry', 'change', 'seal']) {
    for (const text of [`delete from audit.${table}`, `update audit.${table} set at = null`, `truncate audit.${table}`]) {
      await expect(pool.query(text)).rejects.toThrow(/permission denied/)
    }
  }
  await expect(pool.query(`insert into audit.change (table_name, action, at) values ('x', 'insert', now())`)).rejects.toThrow(/permission denied/)
  if (role !== 'worker') {
    await expect(pool.query(`select audit.purge(gen_random_uuid(), now(), null)`)).rejects.toThrow(/permission denied/)
    await expect(pool.query(`select audit.forget(gen_random_uuid(), now())`)).rejects.toThrow(/permission denied/)
    await expect(pool.query(`insert into audit.seal default values`)).rejects.toThrow(/permission denied/)
  }
  if (role === 'statistics') await pool.end()
})

test('the rights on the trace are to read and to add, and its owner too is stopped', async () => {
  const { pools } = await world()
  const { rows } = await pools.owner.query(`select grantee, privilege_type from information_schema.role_table_grants
    where table_schema = 'audit' and grantee like 'sillage%' and grantee <> 'sillage_owner' and privilege_type not in ('SELECT', 'INSERT')`)
  expect(rows).toEqual([])
  for (const text of ['delete from audit.entry', 'update audit.change set at = now()', 'truncate audit.seal', 'delete from audit.seal']) {
    await expect(pools.owner.query(text)).rejects.toThrow(/only added to/)
  }
})
