import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { personJoined } from '#modules/identity/events.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { anImport, anOrganisation, world } from '../fixtures.ts'
import { confirmImport } from '../operations/confirm-import.ts'
import { applyImport } from './apply-import.ts'
import { pruneLists } from './prune-lists.ts'
import { readImport } from './read-import.ts'

const unique = () => v7().slice(-8)
const list = (count: number, mark: string) => `numéro étudiant;nom;prénom;courriel;groupe\n${Array.from({ length: count }, (_, at) =>
  `${mark}${at};Nom${at};Prénom${at};${mark}${at}@example.org;G${at % 3}`).join('\n')}`
const count = async (organisationId: string) => {
  const { db } = await world()
  const { all } = await db.selectFrom('organisations.membership').select(({ fn }) => fn.countAll<number>().as('all')).where('organisation_id', '=', organisationId)
    .where('source', '=', 'csv').where('ended_at', 'is', null).executeTakeFirstOrThrow()
  return all
}

test('killed while it reads, it goes on after the last batch that it kept', async () => {
  const { db, pools } = await world()
  const place = await anOrganisation()
  const { importId, show } = await anImport(place, list(1200, unique()))
  // As a kill leaves it: two batches are there, the third is not.
  await db.deleteFrom('provisioning.row').where('import_id', '=', importId).where('number', '>', 1000).execute()
  await db.updateTable('provisioning.import').set({ state: 'reading', rows_read: 1000 }).where('id', '=', importId).execute()
  const before = await db.selectFrom('provisioning.row').select('number').where('import_id', '=', importId).execute()
  expect(before).toHaveLength(1000)
  await execute(pools.worker, readImport, { importId, reading: 1 })
  expect(await show()).toMatchObject({ state: 'ready', rowsRead: 1200, verdicts: { create: 1200, invalid: 0 } })
})

test('killed while it works, it goes on with the first row that has no outcome, and gives nothing twice', async () => {
  const { as, db, pools, work } = await world()
  const place = await anOrganisation()
  const { importId, show } = await anImport(place, list(250, unique()))
  await as(place.manager).run(confirmImport, { importId })
  // The third batch fails in the middle, as a lost connection does.
  const name = `stop_${importId.replaceAll('-', '')}`
  await pools.owner.query(`create function provisioning.${name}() returns trigger language plpgsql as $$ begin
    if new.number = 230 then raise exception 'lost' using errcode = '08006'; end if; return new; end $$;
    create trigger ${name} before update on provisioning.row for each row when (new.import_id = '${importId}') execute function provisioning.${name}()`)
  await work()
  await expect(execute(pools.worker, applyImport, { importId })).rejects.toThrow('lost')
  expect(await show()).toMatchObject({ state: 'applying', outcomes: { created: 200 }, waiting: 50 })
  expect(await count(place.organisationId)).toBe(200)
  await pools.owner.query(`drop trigger ${name} on provisioning.row; drop function provisioning.${name}()`)
  await execute(pools.worker, applyImport, { importId })
  await execute(pools.worker, applyImport, { importId })
  expect(await show()).toMatchObject({ state: 'done', outcomes: { created: 250 }, waiting: 0 })
  expect(await count(place.organisationId)).toBe(250)
  expect(await db.selectFrom('provisioning.subject').select('id').where('organisation_id', '=', place.organisationId).execute()).toHaveLength(250)
})

test('what one row is refused undoes that row alone', async () => {
  const { db, pools } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const { importId, show } = await anImport(place, list(5, mark))
  // A date that was good at the preview and that the organisation refuses now.
  await pools.owner.query({
    text: `update provisioning.row set person = person || '{"validFrom": "2030-01-02", "validTo": "2030-01-01"}' where import_id = $1 and number = 3`, values: [importId],
  })
  const { as, work } = await world()
  await as(place.manager).run(confirmImport, { importId })
  await work()
  expect(await show({ rows: 'quarantine' })).toMatchObject({ state: 'done', outcomes: { created: 4, failed: 1 }, rows: [{ number: 3, code: 'organisations.dates-reversed' }] })
  expect(await db.selectFrom('provisioning.identifier').select('value').where('value', '=', `${mark}2`).execute()).toEqual([])
})

test('who proves an address that a list claims is that person', async () => {
  const { db, pools, work } = await world()
  const place = await anOrganisation()
  const mark = unique()
  await (await anImport(place, list(1, mark))).confirm()
  const made = await db.selectFrom('provisioning.subject').select('person_id').where('organisation_id', '=', place.organisationId).executeTakeFirstOrThrow()
  const joined = await makePerson(db, { email: `${mark}0@example.org` })
  await pools.owner.query({
    text: `insert into kernel.fact (id, name, version, subject, data, recorded_at, keep_until) values ($1, $2, 1, $3, $4, now(), now() + interval '1 day')`,
    values: [v7(), personJoined.name, `person:${joined.id}`, JSON.stringify({ personId: joined.id })],
  })
  await work()
  expect(await db.selectFrom('provisioning.subject').select(['person_id', 'is_created']).where('organisation_id', '=', place.organisationId).execute())
    .toEqual([{ person_id: joined.id, is_created: false }])
  const members = await db.selectFrom('organisations.membership').select('person_id').where('organisation_id', '=', place.organisationId).where('source', '=', 'csv')
    .where('ended_at', 'is', null).execute()
  expect(members).toEqual([{ person_id: joined.id }])
  expect(await db.selectFrom('identity.erasure').select('person_id').where('person_id', '=', made.person_id).execute()).toHaveLength(1)
})

test('at night, lists that nobody took and imports of old go', async () => {
  const { db, pools } = await world()
  const place = await anOrganisation()
  const old = await anImport(place, list(2, unique()))
  const recent = await anImport(place, list(2, unique()))
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  await db.updateTable('provisioning.import').set({ created_at: ago(40) }).where('id', '=', old.importId).execute()
  await execute(pools.worker, pruneLists, {})
  expect(await old.show()).toMatchObject({ state: 'abandoned', rows: [] })
  expect(await recent.show()).toMatchObject({ state: 'ready', verdicts: { create: 2 } })
  const held = await db.selectFrom('files.reference').select('holder').where('holder', 'in', [old, recent].map(({ importId }) => `provisioning.import:${importId}`)).execute()
  expect(held).toEqual([{ holder: `provisioning.import:${recent.importId}` }])
})
