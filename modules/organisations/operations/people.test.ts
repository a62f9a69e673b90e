import { expect, test } from 'vitest'
import { aMember, anOrganisation, aPerson, aSchool, inDays, world } from '../fixtures.ts'
import { editOrganisation } from './edit-organisation.ts'
import { listPeople } from './list-people.ts'
import { showMember } from './show-member.ts'
import { showOrganisation } from './show-organisation.ts'

test('those in charge see the people they are in charge of, by name, role and group', async () => {
  const { as } = await world()
  const { organisationId, programmeId, classId, otherId, manager, administrator, programmeManager, teacher, student,
    stranger } = await aSchool()
  await aMember(organisationId, 'teacher', { firstName: 'Zoé', groupId: otherId })
  await aMember(organisationId, 'teacher', { firstName: 'Ancien', validFrom: inDays(-9), validTo: inDays(-2) })
  const names = async (who: { id: string }, filters: object = {}) =>
    (await as(who).run(listPeople, { organisationId, ...filters })).people.map(({ name }) => name?.split(' ')[0])
  expect(await names(manager)).toEqual(['Éva', 'Maud', 'Paul', 'Rita', 'Théo', 'Zoé'])
  expect(await names(administrator)).toEqual(['Éva', 'Maud', 'Paul', 'Rita', 'Théo', 'Zoé'])
  expect(await names(programmeManager)).toEqual(['Éva', 'Rita', 'Théo'])
  expect(await names(manager, { words: 'eva MART' })).toEqual(['Éva'])
  expect(await names(manager, { words: '%' })).toEqual([])
  expect(await names(manager, { role: 'teacher' })).toEqual(['Théo', 'Zoé'])
  expect(await names(manager, { groupId: programmeId })).toEqual(['Éva', 'Rita', 'Théo'])
  expect(await names(manager, { groupId: classId, role: 'teacher' })).toEqual(['Théo'])
  // Searching does not go round what one is in charge of.
  expect(await names(programmeManager, { words: 'Zoé' })).toEqual([])
  expect(await names(programmeManager, { groupId: otherId })).toEqual([])
  const { output, can } = await as(manager).answer(listPeople, { organisationId })
  expect(can).toEqual({ inviteMember: true })
  expect(JSON.stringify(output)).not.toContain('@')
  expect((await as(programmeManager).run(listPeople, { organisationId })).groups.map(({ name }) => name)).toEqual(['L1 A', 'Licence'])
  for (const who of [teacher, student]) await expect(names(who)).rejects.toMatchObject({ status: 403 })
  for (const who of [stranger, (await aSchool()).manager]) await expect(names(who)).rejects.toMatchObject({ status: 404 })
  await expect(as().run(listPeople, { organisationId })).rejects.toMatchObject({ status: 404 })
})

test('pages go forward and back by cursor, each person once', async () => {
  const { as } = await world()
  const organisationId = await anOrganisation()
  const manager = await aMember(organisationId, 'structure-manager', { firstName: 'Aaron' })
  // Several with the same name, and one with two roles.
  for (let number = 0; number < 119; number++) await aMember(organisationId, 'member',
    { firstName: `Prénom ${String(Math.floor(number / 3)).padStart(2, '0')}` })
  await aMember(organisationId, 'teacher', { personId: manager.id })
  const page = (cursor: object) => as(manager).run(listPeople, { organisationId, ...cursor })
  const first = await page({})
  expect(first).toMatchObject({ total: 120, previous: null, people: { length: 50 } })
  expect(first.people[0]).toMatchObject({ id: manager.id, roles: [{ role: 'structure-manager' }, { role: 'teacher' }] })
  const second = await page({ after: first.next! })
  const third = await page({ after: second.next! })
  expect(third).toMatchObject({ next: null, people: { length: 20 } })
  const all = [first, second, third].flatMap(({ people }) => people.map(({ id }) => id))
  expect(new Set(all).size).toBe(120)
  expect((await page({ before: third.previous! })).people).toEqual(second.people)
  expect(await page({ before: second.previous! })).toMatchObject({ previous: null, people: first.people })
  // A cursor that is somebody of elsewhere does not tell where their name would stand.
  expect((await page({ after: (await aPerson({ firstName: 'Zoé' })).id })).people).toEqual(first.people)
})

test('a person of the organisation, and no other, to those in charge', async () => {
  const { as } = await world()
  const { organisationId, manager, administrator, programmeManager, teacher, student, stranger } = await aSchool()
  const show = (who: { id: string }, personId: string) => as(who).answer(showMember, { organisationId, personId })
  const { output, can } = await show(programmeManager, student.id)
  expect(output).toMatchObject({ name: 'Éva Martin', memberships: [{ role: 'student', groupName: 'L1 A', state: 'valid',
    mayChange: true }] })
  expect(output.grantable).toEqual(['student', 'teacher', 'programme-manager', 'member'])
  expect(can).toEqual({ addMembership: true, setMembershipDates: true, endMembership: true, restoreMembership: true })
  expect((await show(administrator, manager.id)).output.memberships).toMatchObject([{ role: 'structure-manager', mayChange: false }])
  await expect(show(programmeManager, manager.id)).rejects.toMatchObject({ status: 404 })
  await expect(show(manager, stranger.id)).rejects.toMatchObject({ status: 404 })
  // Who is not in charge cannot tell who is there from who is not.
  for (const personId of [student.id, stranger.id]) {
    await expect(show(teacher, personId)).rejects.toMatchObject({ status: 403 })
    await expect(show(stranger, personId)).rejects.toMatchObject({ status: 404 })
  }
})

test('an organisation shows what there is to look after, and its manager alone edits it', async () => {
  const { as, db } = await world()
  const { organisationId, manager, administrator, programmeManager, teacher, stranger } = await aSchool()
  expect(await as(manager).answer(showOrganisation, { organisationId })).toMatchObject({
    output: { people: 5, groups: 3, invitations: 0, requests: 0, acceptsRequests: false, version: 1 }, can: { editOrganisation: true },
  })
  expect(await as(programmeManager).answer(showOrganisation, { organisationId })).toMatchObject({
    output: { people: 3, groups: 2, requests: null }, can: { editOrganisation: false },
  })
  await expect(as(teacher).run(showOrganisation, { organisationId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(showOrganisation, { organisationId })).rejects.toMatchObject({ status: 404 })

  const edit = (who: { id: string } | undefined, version = 1) => as(who)
    .run(editOrganisation, { organisationId, name: 'Lycée', acceptsRequests: true, welcome: '' }, { version })
  for (const who of [administrator, programmeManager, teacher]) await expect(edit(who)).rejects.toMatchObject({ status: 403 })
  for (const who of [stranger, undefined]) await expect(edit(who)).rejects.toMatchObject({ status: 404 })
  expect(await edit(manager)).toEqual({ version: 2 })
  await expect(edit(manager)).rejects.toMatchObject({ code: 'stale' })
  expect(await as(manager).run(showOrganisation, { organisationId }))
    .toMatchObject({ name: 'Lycée', acceptsRequests: true, welcome: null })
  // A closed one is no longer there.
  await db.updateTable('organisations.organisation').set({ closed_at: new Date().toISOString() }).where('id', '=', organisationId).execute()
  await expect(as(manager).run(showOrganisation, { organisationId })).rejects.toMatchObject({ status: 404 })
})
