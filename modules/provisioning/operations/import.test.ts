import { expect, test } from 'vitest'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aMember, anImport, anOrganisation, heading, members, people, unique, world } from '../fixtures.ts'
import { acceptProposal } from './accept-proposal.ts'
import { correctReading } from './correct-reading.ts'
import { correctRow } from './correct-row.ts'
import { listMyProposals } from './list-my-proposals.ts'
import { refuseProposal } from './refuse-proposal.ts'
import { undoImport } from './undo-import.ts'

const byText = (one: string, other: string) => one.localeCompare(other)

test('a list is read, shown, then done: people without a proved address, in their group', async () => {
  const { db } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const { show, confirm } = await anImport(place, heading + people(3, mark))
  expect(await show()).toMatchObject({
    state: 'ready', encoding: 'utf-8', separator: ';', format: 'own', mapping: ['studentId', 'lastName', 'firstName', 'email', 'role', 'group'],
    rowsRead: 3, verdicts: { create: 3, invalid: 0 }, departures: { count: 0 },
  })
  expect(await members(place.organisationId)).toEqual([])
  expect(await confirm()).toMatchObject({ state: 'done', outcomes: { created: 3, failed: 0 }, waiting: 0 })
  const brought = await members(place.organisationId)
  expect(brought.map(({ role, source, name }) => ({ role, source, name }))).toEqual(Array.from({ length: 3 }, () => ({ role: 'student', source: 'csv', name: 'L3' })))
  const addresses = await db.selectFrom('identity.address').select('verified_at').where('person_id', 'in', brought.map(({ person_id }) => person_id)).execute()
  expect(addresses).toEqual([{ verified_at: null }, { verified_at: null }, { verified_at: null }])
  // Its file is held no longer.
  expect(await db.selectFrom('files.reference').selectAll().execute()).toEqual([])
})

test('again, the same list changes nothing; another name or group is a change', async () => {
  const place = await anOrganisation()
  const mark = unique()
  await (await anImport(place, heading + people(3, mark))).confirm()
  const again = await anImport(place, heading + people(3, mark))
  expect(await again.show()).toMatchObject({ verdicts: { same: 3, create: 0, change: 0 } })
  expect(await again.confirm()).toMatchObject({ outcomes: { existing: 3 } })
  const moved = await anImport(place, heading + people(3, mark).replace('Nom1;', 'Autre;').replace(/L3$/, 'M1'))
  expect(await moved.show()).toMatchObject({ verdicts: { same: 1, change: 2 } })
  expect(await moved.confirm()).toMatchObject({ outcomes: { existing: 1, changed: 2 } })
  expect((await members(place.organisationId)).map(({ name }) => name).toSorted(byText)).toEqual(['L3', 'L3', 'L3', 'M1'])
})

test('rows in quarantine say why, are corrected, and are done with the others or afterwards', async () => {
  const { as } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const lines = `${mark}1;Martin;Ada;pas une adresse;étudiant;L3\n${mark}2;;Bob;;étudiant;L3\n${mark}3;Cole;Zoé;;étudiant;L3\n${mark}3;Cole;Zoé;;étudiant;L3\n${mark}5;Chef;Luc;;directeur;\n`
  const { importId, show, confirm } = await anImport(place, heading + lines)
  const shown = await show({ rows: 'quarantine' })
  expect(shown.rows.map(({ line, field, code }) => ({ line, field, code }))).toEqual([
    { line: 2, field: 'email', code: 'email' }, { line: 3, field: 'lastName', code: 'required' }, { line: 5, field: 'identifier', code: 'duplicate' },
    { line: 6, field: 'role', code: 'role-not-yours' },
  ])
  const correct = (number: number, given: object) => as(place.manager).run(correctRow, { importId, number, ...given })
  await expect(correct(1, { email: 'encore@' })).rejects.toMatchObject({ code: 'provisioning.row-email', status: 422 })
  await correct(1, { email: `${mark}1@example.org` })
  await expect(correct(3, { lastName: 'x' })).rejects.toMatchObject({ code: 'provisioning.row-settled' })
  expect(await confirm()).toMatchObject({ state: 'done', outcomes: { created: 2 }, quarantine: 3 })
  await correct(2, { lastName: 'Durand' })
  await (await world()).work()
  expect(await show()).toMatchObject({ state: 'done', outcomes: { created: 3 }, quarantine: 2 })
})

test('to synchronise makes those leave whom the list does not name; more than a tenth wants their number', async () => {
  const { as } = await world()
  const place = await anOrganisation()
  const mark = unique()
  await (await anImport(place, heading + people(20, mark))).confirm()
  const invited = await aMember(place.organisationId, 'student')
  const few = await anImport(place, heading + people(10, mark), { mode: 'synchronise' })
  expect(await few.show()).toMatchObject({ departures: { count: 10, isMassive: true } })
  await expect(few.confirm()).rejects.toMatchObject({ code: 'provisioning.departures-unconfirmed', details: { departures: 10 } })
  await expect(few.confirm(9)).rejects.toMatchObject({ code: 'provisioning.departures-unconfirmed' })
  expect(await members(place.organisationId)).toHaveLength(20)
  expect(await few.confirm(10)).toMatchObject({ state: 'done', departures: { ended: 10 } })
  expect(await members(place.organisationId)).toHaveLength(10)
  const { db } = await world()
  expect(await db.selectFrom('organisations.membership').select('ended_at').where('person_id', '=', invited.id).execute()).toEqual([{ ended_at: null }])
  // Undone, they are there again.
  await as(place.manager).run(undoImport, { importId: few.importId })
  await (await world()).work()
  expect(await members(place.organisationId)).toHaveLength(20)
})

test('one of twenty leaves without a question, and a row in quarantine makes nobody leave', async () => {
  const place = await anOrganisation()
  const mark = unique()
  await (await anImport(place, heading + people(20, mark))).confirm()
  const rows = people(19, mark).replace('Nom3;', ';')
  const one = await anImport(place, heading + rows, { mode: 'synchronise' })
  expect(await one.show()).toMatchObject({ departures: { count: 1, isMassive: false }, verdicts: { invalid: 1, same: 18 } })
  expect(await one.confirm()).toMatchObject({ departures: { ended: 1 } })
  expect(await members(place.organisationId)).toHaveLength(19)
})

test('somebody with an account is asked, never entered by an address alone', async () => {
  const { as, db } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const known = await makePerson(db, { email: `${mark}0@example.org` })
  const { show, confirm } = await anImport(place, heading + people(2, mark))
  expect(await show()).toMatchObject({ verdicts: { propose: 1, create: 1 } })
  expect(await confirm()).toMatchObject({ outcomes: { proposed: 1, created: 1 } })
  expect((await members(place.organisationId)).map(({ person_id }) => person_id)).not.toContain(known.id)
  const { proposals } = await as(known).run(listMyProposals, {})
  expect(proposals).toMatchObject([{ role: 'student', groups: ['L3'] }])
  const stranger = await makePerson(db)
  await expect(as(stranger).run(acceptProposal, { proposalId: proposals[0]!.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(as().run(acceptProposal, { proposalId: proposals[0]!.id })).rejects.toMatchObject({ status: 404 })
  await as(known).run(acceptProposal, { proposalId: proposals[0]!.id })
  await (await world()).work()
  expect((await members(place.organisationId)).map(({ person_id }) => person_id)).toContain(known.id)
  await expect(as(known).run(refuseProposal, { proposalId: proposals[0]!.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a refused proposal gives nothing', async () => {
  const { as, db } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const known = await makePerson(db, { email: `${mark}0@example.org` })
  await (await anImport(place, heading + people(1, mark))).confirm()
  const { proposals } = await as(known).run(listMyProposals, {})
  await as(known).run(refuseProposal, { proposalId: proposals[0]!.id })
  expect(await as(known).run(listMyProposals, {})).toEqual({ proposals: [] })
  expect(await members(place.organisationId)).toEqual([])
})

test('undone, a whole import leaves nothing; who came in since stays a person', async () => {
  const { as, db, work } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const first = await anImport(place, heading + people(2, mark))
  await first.confirm()
  const brought = await members(place.organisationId)
  const second = await anImport(place, heading + people(3, mark).replace('Nom0;', 'Neuf;'))
  await second.confirm()
  expect(await members(place.organisationId)).toHaveLength(3)
  await as(place.manager).run(undoImport, { importId: second.importId })
  await work()
  expect(await second.show()).toMatchObject({ state: 'undone' })
  expect((await members(place.organisationId)).map(({ person_id }) => person_id).toSorted(byText)).toEqual(brought.map(({ person_id }) => person_id).toSorted(byText))
  const subjects = await db.selectFrom('provisioning.subject').select('last_name').where('organisation_id', '=', place.organisationId).orderBy('last_name').execute()
  expect(subjects).toEqual([{ last_name: 'Nom0' }, { last_name: 'Nom1' }])
  // Whom it had made, and who never came in, are erased.
  expect(await db.selectFrom('identity.erasure').select('reason').execute()).toEqual([{ reason: 'provisioning.released' }])
  await expect(as(place.manager).run(undoImport, { importId: second.importId })).rejects.toMatchObject({ code: 'provisioning.not-done' })
})

test('the way to read a file is corrected: encoding, separator, columns', async () => {
  const { as, work } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const bytes = Buffer.from(`code|patronyme|prénom\n${mark}|Œuvray|Zoé\n`.replace('Œ', '\u00bc'), 'latin1')
  const { importId, show } = await anImport(place, bytes)
  const first = await show()
  expect(first).toMatchObject({ state: 'unreadable', reason: 'mapping', encoding: 'iso-8859-15', isEncodingSure: false, separator: '|', mapping: ['ignore', 'ignore', 'firstName'] })
  const correct = (input: { separator?: '|' | ','; encoding?: 'iso-8859-15' | 'windows-1252'; mapping?: ('externalId' | 'lastName' | 'firstName')[] }, version: number) =>
    as(place.manager).run(correctReading, { importId, encoding: 'iso-8859-15', separator: '|', ...input }, { version })
  await expect(correct({ mapping: ['externalId', 'firstName', 'firstName'] }, first.version)).rejects.toMatchObject({ code: 'provisioning.mapping-twice' })
  await expect(correct({}, first.version - 1)).rejects.toMatchObject({ code: 'stale' })
  await correct({ mapping: ['externalId', 'lastName', 'firstName'] }, first.version)
  await work()
  expect(await show()).toMatchObject({ state: 'ready', verdicts: { create: 1 }, examples: [[mark, 'Œuvray', 'Zoé']] })
})

test('a file that cannot be read says where', async () => {
  const place = await anOrganisation()
  const { show } = await anImport(place, 'nom,prenom,email\nMartin,Ada,a@b.fr\n"Le Goff,Yann,y@b.fr\n')
  expect(await show()).toMatchObject({ state: 'unreadable', reason: 'quote' })
})
