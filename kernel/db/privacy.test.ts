import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { v7 } from '../id.ts'
import { expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'
import { module } from '../operation/module.ts'
import { worldOf } from '../testing/world.ts'
import { erasePerson, exportPerson, mergePerson } from '../testing/person-rows.ts'
import { journalErasure, replayErasures } from './restore-erasures.ts'

const everything = worldOf(...modules, demo)

test('every table of every module says what becomes of a person\'s rows, and names columns that exist', async () => {
  const { db, modules: all } = await everything()
  const rows = await db.selectFrom('information_schema.columns as c').innerJoin('information_schema.tables as t', (join) => join
    .onRef('t.table_schema', '=', 'c.table_schema').onRef('t.table_name', '=', 'c.table_name').on('t.table_type', '=', 'BASE TABLE'))
    .where('c.table_schema', 'in', all.map((one) => one.name)).where('c.table_name', '<>', 'migration')
    .select(['c.table_schema', 'c.table_name', 'c.column_name', 'c.is_nullable']).execute()
  const columns = Map.groupBy(rows, (row) => `${row['table_schema']}.${row['table_name']}`)
  const declared = Object.assign({}, ...all.map((one) => one.privacy)) as (typeof all)[number]['privacy']
  expect(Object.keys(declared).toSorted(), 'tables and declarations').toEqual([...columns.keys()].toSorted())
  const wrong: string[] = []
  for (const [table, privacy] of Object.entries(declared)) {
    const found = new Map(columns.get(table)!.map((row) => [String(row['column_name']), row]))
    const people = privacy === 'none' ? [] : privacy.person
    for (const column of [...people, ...privacy === 'none' ? [] : Object.keys(privacy.clear ?? {})]) {
      if (!found.has(column)) wrong.push(`${table} has no ${column}`)
    }
    // A column that points at a person is spoken of.
    for (const column of found.keys()) if (/(^|_)person_id$/.test(column)
      && !people.includes(column)) wrong.push(`${table}.${column} is not spoken of`)
    for (const column of people) {
      const needed = privacy !== 'none' && privacy.erase === 'anonymise' && column !== 'id' && found.get(column)?.['is_nullable'] === 'NO'
      if (needed) wrong.push(`${table}.${column} cannot be emptied`)
    }
  }
  expect(wrong).toEqual([])
})

// A module made for this test: a table for each thing that can become of a row.
const folder = mkdtempSync(join(tmpdir(), 'sillage-club-'))
mkdirSync(join(folder, 'tables'))
writeFileSync(join(folder, 'tables/0001-club.sql'), `
  create table club.person (id uuid primary key, name text, gone_at timestamptz);
  create table club.member (club_id uuid, person_id uuid references club.person, primary key (club_id, person_id));
  create table club.letter (id uuid primary key, from_id uuid, to_id uuid, text text not null);
  create table club.seat (id uuid primary key, person_id uuid not null, is_first boolean not null);
  create unique index one_first on club.seat (person_id) where is_first;
  create table club.stamp (id uuid primary key, person_id uuid not null);
  create table club.hall (id uuid primary key);`)
const club = module({
  name: 'club', folder: relative(join(import.meta.dirname, '../..'), folder),
  privacy: {
    'club.person': { person: ['id'], export: 'rows', erase: 'anonymise', merge: 'keep', clear: { name: null, gone_at: 'now' } },
    'club.member': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'club.letter': { person: ['from_id', 'to_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { text: '' } },
    'club.seat': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    'club.stamp': { person: ['person_id'], export: 'keep', erase: 'keep', merge: 'drop' },
    'club.hall': 'none',
  },
})
const world = worldOf(club)

/** Two people of one club, who wrote to each other; the second is in another club too. */
const twoPeople = async () => {
  const { db, pools, modules: mounted } = await world()
  const [ada, bob, one, two] = [v7(), v7(), v7(), v7()]
  await db.insertInto('club.person').values([{ id: ada, name: 'Ada' }, { id: bob, name: 'Bob' }]).execute()
  await db.insertInto('club.member').values([[one, ada], [one, bob], [two, bob]].map(([club_id, person_id]) => ({ club_id, person_id })))
    .execute()
  await db.insertInto('club.letter')
    .values([{ id: v7(), from_id: ada, to_id: bob, text: 'hello' }, { id: v7(), from_id: bob, to_id: bob, text: 'self' }]).execute()
  await db.insertInto('club.seat')
    .values([[ada, true], [bob, true], [bob, false]].map(([person_id, is_first]) => ({ id: v7(), person_id, is_first }))).execute()
  await db.insertInto('club.stamp').values([{ id: v7(), person_id: ada }, { id: v7(), person_id: bob }]).execute()
  const mine = (table: string, column: string, id: string) => db.selectFrom(`club.${table}`).selectAll().where(column, '=', id).execute()
  return { ada, bob, mounted, client: pools.owner, mine, db }
}

test('an erasure empties or removes what is the person\'s, and leaves what is another\'s', async () => {
  const { ada, bob, mounted, client, mine } = await twoPeople()
  for (const _time of ['first', 'again']) {
    await erasePerson(client, mounted, bob)
    expect(await mine('person', 'id', bob)).toMatchObject([{ name: null, gone_at: expect.any(String) }])
    expect(await mine('member', 'person_id', bob)).toEqual([])
    expect(await mine('stamp', 'person_id', bob)).toHaveLength(1)
  }
  expect(await mine('letter', 'from_id', ada)).toMatchObject([{ to_id: null, text: '' }])
  expect(await mine('letter', 'from_id', bob)).toEqual([])
  expect(await mine('member', 'person_id', ada)).toHaveLength(1)
  expect(await mine('person', 'id', ada)).toMatchObject([{ name: 'Ada', gone_at: null }])
})

test('a person takes away what is theirs', async () => {
  const { ada, mounted, client } = await twoPeople()
  const taken = await exportPerson(client, mounted, ada)
  expect(Object.keys(taken).toSorted()).toEqual(['club.letter', 'club.member', 'club.person'])
  expect(taken).toMatchObject({ 'club.person': [{ name: 'Ada' }], 'club.member': [{ person_id: ada }], 'club.letter': [{ text: 'hello' }] })
})

test('two become one: rows follow, twins go, what is dropped is dropped', async () => {
  const { ada, bob, mounted, client, mine } = await twoPeople()
  await mergePerson(client, mounted, ada, bob)
  expect(await mine('member', 'person_id', ada)).toHaveLength(2)
  expect(await mine('member', 'person_id', bob)).toEqual([])
  expect(await mine('letter', 'to_id', ada)).toHaveLength(2)
  expect((await mine('seat', 'person_id', ada)).map((seat) => String(seat['is_first'])).toSorted((a, b) => a.localeCompare(b)))
    .toEqual(['false', 'true'])
  expect(await mine('stamp', 'person_id', bob)).toEqual([])
  expect(await mine('stamp', 'person_id', ada)).toHaveLength(1)
  expect(await mine('person', 'id', bob)).toMatchObject([{ name: 'Bob' }])
})

test('after a restore the journal erases again those whom the backup brought back', async () => {
  const { ada, bob, mounted, client, mine } = await twoPeople()
  const data = mkdtempSync(join(tmpdir(), 'sillage-journal-'))
  expect(await replayErasures(client, mounted, data)).toBe(0)
  await journalErasure(data, bob, new Date().toISOString())
  await journalErasure(data, bob, new Date().toISOString())
  await appendFile(join(data, 'erasures.ndjson'), `{"personId":"${ada}","at":"20`)
  expect(await replayErasures(client, mounted, data)).toBe(1)
  expect(await mine('person', 'id', bob)).toMatchObject([{ name: null }])
  expect(await mine('person', 'id', ada)).toMatchObject([{ name: 'Ada' }])
})
