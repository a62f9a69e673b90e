import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aGroup, aMember, anImport, anOrganisation, aSource, heading, members, people, unique, world } from '../fixtures.ts'
import { abandonImport } from './abandon-import.ts'
import { confirmImport } from './confirm-import.ts'
import { correctReading } from './correct-reading.ts'
import { correctRow } from './correct-row.ts'
import { listImportPlaces } from './list-import-places.ts'
import { listImports } from './list-imports.ts'
import { readReport } from './read-report.ts'
import { showImport } from './show-import.ts'
import { showRow } from './show-row.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

test('who manages a programme imports in its groups alone', async () => {
  const { as } = await world()
  const { organisationId } = await anOrganisation()
  const groupId = await aGroup(organisationId, 'Licence')
  const manager = await aMember(organisationId, 'programme-manager', groupId)
  const mark = unique()
  const sourceId = await aSource(organisationId, manager, heading + people(1, mark))
  await expect(as(manager).run(startImport, { organisationId, sourceId })).rejects.toMatchObject({ code: 'forbidden' })
  const { confirm } = await anImport({ organisationId, manager }, heading + people(2, mark, 'M2'), { groupId })
  expect(await confirm()).toMatchObject({ state: 'done', outcomes: { created: 2 } })
  expect((await members(organisationId)).map(({ name }) => name)).toEqual(['Licence', 'Licence'])
})

test('who manages a programme sees the imports of its groups, whoever began them, and no others', async () => {
  const { as } = await world()
  const place = await anOrganisation()
  const { organisationId, manager } = place
  const [mine, theirs] = [await aGroup(organisationId, 'Licence'), await aGroup(organisationId, 'Master')]
  const programme = await aMember(organisationId, 'programme-manager', mine)
  const teacher = await aMember(organisationId, 'teacher', mine)
  const list = () => heading + people(1, unique())
  const [whole, inMine, inTheirs] = [await anImport(place, list()), await anImport(place, list(), { groupId: mine }), await anImport(place, list(), { groupId: theirs })]
  const { imports, roles, directory } = await as(programme).run(listImports, { organisationId, groupId: mine })
  expect(imports.map(({ id }) => id)).toEqual([inMine.importId])
  // Nobody gives more than they hold, nor reads a directory that is not theirs.
  expect({ roles, directory }).toEqual({ roles: ['student', 'teacher', 'programme-manager', 'member'], directory: null })
  expect((await as(manager).run(listImports, { organisationId })).imports).toHaveLength(3)
  expect(await as(programme).run(showImport, { importId: inMine.importId })).toMatchObject({ state: 'ready' })
  for (const { importId } of [whole, inTheirs]) await expect(as(programme).run(showImport, { importId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(as(programme).run(listImports, { organisationId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(programme).run(listImports, { organisationId, groupId: theirs })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(teacher).run(listImports, { organisationId, groupId: mine })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(programme).run(confirmImport, { importId: whole.importId })).rejects.toMatchObject({ code: 'not-found' })
  await as(programme).run(confirmImport, { importId: inMine.importId })
})

test('who may not import is told so, and who has nothing to do with the organisation does not find it', async () => {
  const { as, db } = await world()
  const place = await anOrganisation()
  const other = await anOrganisation()
  const { organisationId } = place
  const student = await aMember(organisationId, 'student')
  const stranger = await makePerson(db)
  const { importId, show } = await anImport(place, heading + people(1, unique()))
  const { version } = await show()
  const sourceId = v7()
  const read = { importId, encoding: 'utf-8', separator: ',' } as const
  await expect(aSource(organisationId, student, 'x')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(aSource(organisationId, stranger, 'x')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(student).run(startImport, { organisationId, sourceId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(student).run(listImports, { organisationId })).rejects.toMatchObject({ code: 'forbidden' })
  for (const one of [student, stranger, other.manager]) {
    await expect(as(one).run(showImport, { importId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(as(one).run(readReport, { importId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(as(one).run(confirmImport, { importId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(as(one).run(abandonImport, { importId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(as(one).run(undoImport, { importId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(as(one).run(correctRow, { importId, number: 1 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(as(one).run(correctReading, read, { version })).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(as(stranger).run(listImports, { organisationId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(as(stranger).run(startImport, { organisationId, sourceId })).rejects.toMatchObject({ code: 'not-found' })
  // What another organisation sent is not there.
  const theirs = await aSource(other.organisationId, other.manager, heading)
  await expect(as(place.manager).run(startImport, { organisationId, sourceId: theirs })).rejects.toMatchObject({ code: 'provisioning.source-unknown' })
  const { imports } = await as(place.manager).run(listImports, { organisationId })
  expect(imports.map(({ id }) => id)).toEqual([importId])
  expect((await as(place.manager).run(readReport, { importId })).rows).toHaveLength(1)
  expect(await as(place.manager).run(abandonImport, { importId })).toEqual({ organisationId })
  await expect(as(place.manager).run(confirmImport, { importId })).rejects.toMatchObject({ code: 'provisioning.not-ready' })
})

test('a query that forgot its policy still sees no other organisation', async () => {
  const { actorOf, pools } = await world()
  const { kyselyAs } = await import('#kernel/db/transaction.ts')
  const { settingsOf } = await import('#kernel/operation/engine.ts')
  const [one, other] = [await anOrganisation(), await anOrganisation()]
  await (await anImport(other, heading + people(1, unique()))).confirm()
  const db = kyselyAs(pools.portal, settingsOf({ actor: await actorOf(one.manager) }, ''))
  for (const table of ['subject', 'identifier', 'place', 'import', 'row']) {
    expect(await db.selectFrom(`provisioning.${table}`).select('organisation_id').where('organisation_id', '=', other.organisationId).execute()).toEqual([])
  }
})

test('a row is shown to who may import there, to nobody else', async () => {
  const { as } = await world()
  const place = await anOrganisation()
  const other = await anOrganisation()
  const { importId } = await anImport(place, heading + people(1, unique()))
  const row = { importId, number: 1 }
  expect(await as(place.manager).run(showRow, row)).toMatchObject({ number: 1, isWrong: false, fields: expect.arrayContaining(['lastName']) })
  await expect(as(await aMember(place.organisationId, 'student')).run(showRow, row)).rejects.toMatchObject({ status: 404 })
  await expect(as(other.manager).run(showRow, row)).rejects.toMatchObject({ status: 404 })
  await expect(as(place.manager).run(showRow, { importId, number: 99 })).rejects.toMatchObject({ status: 404 })
})

test('one is told where one may import, in whole or in programmes; a visitor is asked who they are', async () => {
  const { as } = await world()
  const { organisationId, manager } = await anOrganisation()
  const programme = await aMember(organisationId, 'programme-manager', await aGroup(organisationId, 'Licence'))
  const places = async (someone: { id: string }) => (await as(someone).run(listImportPlaces, {})).places.map(({ id, isWhole }) => ({ id, isWhole }))
  expect(await places(manager)).toEqual([{ id: organisationId, isWhole: true }])
  expect(await places(programme)).toEqual([{ id: organisationId, isWhole: false }])
  expect(await places(await aMember(organisationId, 'student'))).toEqual([])
  await expect(as().run(listImportPlaces, {})).rejects.toMatchObject({ status: 401 })
})
