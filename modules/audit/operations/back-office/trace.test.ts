import fastify from 'fastify'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { mountRaw } from '#kernel/http/mount.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { anAdministrator, anEntry, sealAll, world } from '../../fixtures.ts'
import { knowPeopleBy } from '../../people.ts'
import { firstKeyAt } from '../../period.ts'
import { cell, rawRoutes } from '../../raw.ts'
import { announceExport } from './announce-export.ts'
import { listEntries } from './list-entries.ts'
import { showChain } from './show-chain.ts'
import { showEntry } from './show-entry.ts'

const admin = anAdministrator()
const moderator: Actor = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'moderator' }], timeZone: 'Europe/Paris' }
const found = async (input: object) => (await (await world()).as(admin).run(listEntries, input)).entries.map(({ id }) => id)
const keyAt = (at: string) => firstKeyAt(at).slice(0, 24) + v7().slice(24)

test.each([[listEntries, {}], [showChain, {}], [announceExport, { format: 'csv' as const }]])('only an administrator reads the trace: $0.http', async (operation, input) => {
  const { as } = await world()
  await expect(as(moderator).run(operation as never, input as never)).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  await expect(as().run(operation as never, input as never)).rejects.toMatchObject({ status: 401 })
  await expect(as(admin).run(operation as never, input as never)).resolves.toBeTruthy()
})

test('an entry is shown with what was given, what changed and its seal; to nobody else', async () => {
  const { as, db } = await world()
  const id = await anEntry(db, { parameters: { parcelId: 'a' }, address: '192.0.2.7', operation: 'x.shown' })
  await db.insertInto('audit.change').values({ entry_id: id, table_name: 'x.y', row_id: 'k', action: 'update', before: '{"a": 1}', after: '{"a": 2}', at: new Date().toISOString() })
    .execute()
  expect(await as(admin).run(showEntry, { entryId: id })).toMatchObject({
    operation: 'x.shown', address: '192.0.2.7', parameters: { parcelId: 'a' }, isEmptied: false, seal: null, moreChanges: false,
    changes: [{ table: 'x.y', row: 'k', action: 'update', before: { a: 1 }, after: { a: 2 } }],
  })
  await sealAll(await world())
  expect(await as(admin).run(showEntry, { entryId: id })).toMatchObject({ seal: expect.any(Number) })
  expect(await as(admin).run(showChain, {})).toMatchObject({ anchor: { sequence: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  await expect(as(moderator).run(showEntry, { entryId: id })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(showEntry, { entryId: id })).rejects.toMatchObject({ status: 401 })
  await expect(as(admin).run(showEntry, { entryId: v7() })).rejects.toMatchObject({ status: 404 })
})

test('entries are found by each filter, alone and together', async () => {
  const { db } = await world()
  const [ada, bob, thing, session] = [v7(), v7(), v7(), v7()]
  const hers = await anEntry(db, { person_id: ada, operation: 'bases.publish', target: thing, request: session })
  const refused = await anEntry(db, { person_id: ada, operation: 'bases.delete', outcome: 'refused', code: 'forbidden' })
  const forHer = await anEntry(db, { person_id: bob, acting_for: ada, operation: 'basesX.publish', about: ada })
  const program = await anEntry(db, { client: 'import', operation: 'bases' })
  expect(await found({ person: ada })).toEqual([refused, hers])
  expect(await found({ actingFor: ada })).toEqual([forHer])
  expect(await found({ about: ada })).toEqual([forHer])
  expect(await found({ target: thing })).toEqual([hers])
  expect(await found({ request: session })).toEqual([hers])
  expect(await found({ client: 'import' })).toEqual([program])
  expect(await found({ operation: 'bases' })).toEqual([program, refused, hers])
  expect(await found({ operation: 'bases.publish' })).toEqual([hers])
  expect(await found({ person: ada, outcome: 'refused' })).toEqual([refused])
  expect(await found({ person: 'nobody knows' })).toEqual([])
})

test('days of a period are those of the time zone of who asks', async () => {
  const { db } = await world()
  const person = v7()
  // The first minute of 2 March in Paris, where it is one hour later than in UTC; the last of 3 March.
  const [before, first, last, after] = await Promise.all(['2025-03-01T22:59:59.900Z', '2025-03-01T23:00:00.100Z', '2025-03-03T22:59:59.900Z', '2025-03-03T23:00:00.100Z']
    .map((at) => anEntry(db, { id: keyAt(at), at, person_id: person })))
  expect(await found({ person, from: '2025-03-02', to: '2025-03-03' })).toEqual([last, first])
  expect(await found({ person, from: '2025-03-04' })).toEqual([after])
  expect(await found({ person, to: '2025-03-01' })).toEqual([before])
})

test('a long list goes on from the last one seen', async () => {
  const { db, as } = await world()
  const person = v7()
  const keys: string[] = []
  for (let index = 0; index < 52; index++) keys.push(await anEntry(db, { person_id: person }))
  const page = await as(admin).run(listEntries, { person })
  expect([page.entries.length, page.next]).toEqual([50, keys[2]])
  const rest = await as(admin).run(listEntries, { person, before: page.next! })
  expect([rest.entries.map(({ id }) => id), rest.next]).toEqual([[keys[1], keys[0]], null])
})

test('people are named and found by the module that knows them, and the reading is itself in the trace', async () => {
  const { db } = await world()
  const ada = v7()
  const id = await anEntry(db, { person_id: ada, operation: 'x.named' })
  knowPeopleBy({ names: async (_, ids) => new Map(ids.includes(ada) ? [[ada, 'Ada Martin']] : []), find: async (_, words) => words === 'ada@example.org' ? [ada] : [] })
  try {
    const { entries } = await (await world()).as(admin).run(listEntries, { person: 'ada@example.org' })
    expect(entries).toMatchObject([{ id, person: { id: ada, name: 'Ada Martin' } }])
  } finally {
    knowPeopleBy({ names: async () => new Map(), find: async () => [] })
  }
  expect((await (await world()).as(admin).run(listEntries, { person: admin.id, operation: 'audit.listEntries' })).entries[0]).toMatchObject({ outcome: 'read' })
})

/** The route of the export, as the back office serves it to this person. */
const exported = async (actor: Actor, query: string) => {
  const { staffEngine } = await world()
  const app = fastify()
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request) => { request.actor = actor })
  mountRaw(app, staffEngine, rawRoutes)
  app.setErrorHandler((error, _, reply) => reply.code((error as { status?: number }).status ?? 500).send(String(error)))
  const answer = await app.inject(`/back-office/trace/export?${query}`)
  await app.close()
  return answer
}

test('what was found is taken away as a table or as lines, which leaves an entry', async () => {
  const { db } = await world()
  const person = v7()
  const ids: string[] = []
  for (let index = 0; index < 3; index++) ids.unshift(await anEntry(db, { person_id: person, parameters: { parcelId: 'a;b' }, operation: `x.e${index}` }))
  await db.insertInto('audit.change').values({ entry_id: ids[0], table_name: 'x.y', action: 'insert', after: '{"a": 1}', at: new Date().toISOString() }).execute()
  const csv = await exported(admin, `person=${person}&format=csv`)
  expect(csv.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' })
  const lines = csv.body.split('\r\n')
  expect(lines[0]).toBe('\uFEFFidentifiant;date;personne;a_la_place_de;programme;action;resultat;motif;sur_quoi;donnees_de;requete;adresse;identifiants_donnes')
  expect(lines.slice(1, 4).map((line) => line.split(';')[0])).toEqual(ids)
  expect(lines[1]).toContain(`"{""parcelId"":""a;b""}"`)
  const ndjson = (await exported(admin, `person=${person}&format=ndjson`)).body.trim().split('\n').map((line) => JSON.parse(line) as { id: string, changes: unknown[] })
  expect(ndjson.map(({ id }) => id)).toEqual(ids)
  expect(ndjson[0]!.changes).toEqual([{ table: 'x.y', row: null, action: 'insert', before: null, after: { a: 1 } }])
  expect(await found({ person: admin.id, operation: 'audit.announceExport' })).toHaveLength(3)
  expect((await exported(moderator, 'format=csv')).statusCode).toBe(403)
  expect((await exported({ id: undefined, grants: [], timeZone: 'Europe/Paris' }, 'format=csv')).statusCode).toBe(401)
  expect((await exported(admin, 'format=xls')).statusCode).toBe(422)
})

test('a spreadsheet runs nothing of what is exported', () => {
  expect([cell('=cmd()'), cell('+1'), cell('@x'), cell('a"b;c'), cell(null), cell({ a: 1 })]).toEqual(["'=cmd()", "'+1", "'@x", '"a""b;c"', '', '"{""a"":1}"'])
})
