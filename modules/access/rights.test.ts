import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { module } from '#kernel/operation/module.ts'
import { command, query } from '#kernel/operation/operation.ts'
import { allOf, anyOf, anyone, belongsTo, holds, owns, signedIn, unless, where } from '#kernel/operation/rule.ts'
import { pagesOf } from '#kernel/testing/pages.tsx'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { makeGroup, makeMember, makeOrganisation } from '#modules/organisations/fixtures.ts'
import { access } from './module.ts'
import { listRights } from './operations/back-office/list-rights.ts'
import { showOperationHolders } from './operations/back-office/show-operation-holders.ts'
import { showPersonRights } from './operations/back-office/show-person-rights.ts'
import { listRightsPlaces } from './operations/list-rights-places.ts'
import { showHolders } from './operations/show-holders.ts'
import { showRightsOf } from './operations/show-rights-of.ts'
import { showRights } from './operations/show-rights.ts'
import { holderOf, personHolder, verdictOf, visitorHolder } from './rights.ts'
import { configureAccess } from './settings.ts'
import { pages, urls } from './web/routes.ts'

const nothing = { input: z.object({}), output: z.null(), run: async () => null }
const row = async () => ({ organisation_id: '', person_id: '' })
const rooms = module({
  name: 'rooms', folder: 'modules/access/testing', needs: [access],
  operations: {
    listRooms: query({ http: 'GET /rooms', ...nothing, output: z.object({}), run: async () => ({}), allow: anyone }),
    bookRoom: command({ http: 'POST /rooms', ...nothing, on: row,
      allow: belongsTo('organisation', 'organisation_id', 'teacher', 'structure-manager') }),
    tidyRoom: command({ http: 'POST /rooms/tidy', ...nothing, on: async () => ({ group_id: '' }), allow: belongsTo('group', 'group_id', 'teacher') }),
    openRoom: command({ http: 'POST /rooms/open', ...nothing, on: row,
      allow: anyOf(owns('person_id'), belongsTo('organisation', 'organisation_id', 'reception-agent')) }),
  },
  backOffice: { operations: { burnRooms: command({ http: 'POST /back-office/rooms', ...nothing, allow: holds('administrator'),
    provedWithin: 5 }) } },
})
const world = worldOf(rooms)
beforeAll(async () => configureAccess({ modules: (await world()).modules }))

const administrator = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }

/** A school with people, and another one where one of them is more. */
const aSchool = async () => {
  const { db } = await world()
  const [school, other] = [await makeOrganisation(db, { name: 'Lycée Olympe' }), await makeOrganisation(db)]
  const manager = await makeMember(db, school, 'structure-manager', { firstName: 'Maud' })
  const teacher = await makeMember(db, school, 'teacher', { firstName: 'Théo' })
  const student = await makeMember(db, school, 'student', { firstName: 'Éva' })
  await makeMember(db, other, 'structure-manager', { personId: student.id })
  const gone = await makeMember(db, school, 'teacher', { firstName: 'Gone', validFrom: '2020-01-01', validTo: '2020-12-31' })
  return { school, other, manager, teacher, student, gone, stranger: await makePerson(db) }
}

test('a rule says by which roles it is opened, alone or with what a row tells', () => {
  const member = holderOf('organisation', 'member')
  expect(verdictOf(anyone, visitorHolder).may).toBe('yes')
  expect([verdictOf(signedIn, visitorHolder).may, verdictOf(signedIn, personHolder).may]).toEqual(['no', 'yes'])
  expect(verdictOf(holds('moderator'), holderOf('platform', 'moderator')).may).toBe('yes')
  expect(verdictOf(holds('moderator'), holderOf('organisation', 'moderator')).may).toBe('no')
  expect(verdictOf(belongsTo('organisation', 'id'), member).may).toBe('within')
  expect(verdictOf(belongsTo('organisation', 'id', 'teacher'), member).may).toBe('no')
  expect(verdictOf(anyOf(owns('a'), belongsTo('organisation', 'id')), personHolder)).toEqual({ may: 'if', conditions: ['owns by a'] })
  expect(verdictOf(anyOf(owns('a'), belongsTo('organisation', 'id')), member).may).toBe('within')
  expect(verdictOf(allOf(belongsTo('organisation', 'id'), unless(where('is_closed', true))), member))
    .toEqual({ may: 'if', conditions: ['unless is_closed is true'] })
  expect(verdictOf(allOf(belongsTo('organisation', 'id'), holds('support')), member).may).toBe('no')
  expect(verdictOf(anyOf(allOf(signedIn, where('open', true)), owns('a')), personHolder).conditions).toEqual(['open is true', 'owns by a'])
  // A rule that says nothing of roles is known by its rows only.
  expect(verdictOf({ says: 'in the house' }, visitorHolder)).toEqual({ may: 'if', conditions: ['in the house'] })
})

test('what may this person do here: what their roles of today open, and not what they are elsewhere', async () => {
  const { as } = await world()
  const { school, other, manager, teacher, student, gone, stranger } = await aSchool()
  const rightsOf = async (personId: string) => {
    const { rights, roles } = await as(manager).run(showRightsOf, { organisationId: school, personId })
    return [roles.map(({ role, group }) => group ? `${role} in ${group}` : role), rights.filter(({ module: name }) => name === 'rooms').map(({ name, may }) => `${name} ${may}`)]
  }
  expect(await rightsOf(teacher.id)).toEqual([['teacher'], ['rooms.bookRoom within']])
  expect(await rightsOf(student.id)).toEqual([['student'], []])
  expect(await rightsOf(manager.id)).toEqual([['structure-manager'], ['rooms.bookRoom within']])
  for (const personId of [stranger.id, gone.id, v7()]) {
    await expect(as(manager).run(showRightsOf, { organisationId: school, personId })).rejects.toMatchObject({ status: 404 })
  }
  for (const [who, status] of [[teacher, 403], [stranger, 404]] as const) {
    await expect(as(who).run(showRightsOf, { organisationId: school, personId: teacher.id })).rejects.toMatchObject({ status })
  }
  await expect(as(manager).run(showRightsOf, { organisationId: other, personId: student.id })).rejects.toMatchObject({ status: 404 })
})

test('who may do this here: the people whose roles open it, and whether a role is needed', async () => {
  const { as } = await world()
  const { school, manager, teacher, student, stranger } = await aSchool()
  const who = (operation: string) => as(manager).run(showHolders, { organisationId: school, operation })
  const booking = await who('rooms.bookRoom')
  expect(booking.people.map(({ id, roles, may }) => [id, roles.map(({ role }) => role), may]))
    .toEqual([[manager.id, ['structure-manager'], 'within'], [teacher.id, ['teacher'], 'within']])
  expect(booking).toMatchObject({ anyPerson: 'no', says: expect.stringContaining('teacher') })
  expect(await who('rooms.openRoom')).toMatchObject({ anyPerson: 'if', people: [], conditions: ['owns by person_id'] })
  expect(await who('rooms.listRooms')).toMatchObject({ anyone: 'yes', people: [] })
  // What the back office does is nobody's business here.
  for (const operation of ['rooms.burnRooms', 'rooms.none']) await expect(who(operation)).rejects.toMatchObject({ status: 404 })
  await expect(as(student).run(showHolders, { organisationId: school, operation: 'rooms.bookRoom' })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(showHolders, { organisationId: school, operation: 'rooms.bookRoom' }))
    .rejects.toMatchObject({ status: 404 })
})

test('those in charge see what each role opens, and find people by name', async () => {
  const { as } = await world()
  const { school, manager, student, stranger } = await aSchool()
  const { roles, people, everybody } = await as(manager).run(showRights, { organisationId: school, words: 'thé' })
  expect(people.map(({ name }) => name)).toEqual(['Théo Martin'])
  expect(roles.find(({ role }) => role === 'reception-agent')?.rights.map(({ name }) => name)).toEqual(['rooms.openRoom'])
  expect(everybody.map(({ name }) => name)).toContain('rooms.listRooms')
  expect((await as(manager).run(showRights, { organisationId: school, words: '%' })).people).toEqual([])
  await expect(as(student).run(showRights, { organisationId: school })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(showRights, { organisationId: school })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(showRights, { organisationId: school })).rejects.toMatchObject({ status: 404 })
})

test('administrators ask the same of the whole platform', async () => {
  const { as } = await world()
  const { student, teacher, other } = await aSchool()
  const mine = await as(administrator).run(showPersonRights, { personId: student.id })
  expect(mine.grants).toContainEqual({ scope: 'organisation', id: other, role: 'structure-manager' })
  expect(mine.rights.map(({ name }) => name)).toContain('rooms.bookRoom')
  const booking = await as(administrator).run(showOperationHolders, { operation: 'rooms.bookRoom' })
  expect(booking.people.map(({ id }) => id)).toEqual(expect.arrayContaining([teacher.id, student.id]))
  expect(booking.total).toBeGreaterThanOrEqual(booking.people.length)
  const all = await as(administrator).run(listRights, {})
  expect(all.operations).toContain('rooms.burnRooms')
  expect(all.roles.find(({ scope, role }) => scope === 'platform' && role === 'administrator')?.rights)
    .toContainEqual(expect.objectContaining({ name: 'rooms.burnRooms', level: 'critical', may: 'yes' }))
  for (const one of [listRights, showPersonRights, showOperationHolders]) {
    const input = { personId: student.id, operation: 'rooms.bookRoom' } as never
    await expect(as(teacher).run(one, input)).rejects.toMatchObject({ status: 403 })
    await expect(as().run(one, input)).rejects.toMatchObject({ status: 401 })
  }
  await expect(as(administrator).run(showPersonRights, { personId: v7() })).rejects.toMatchObject({ status: 404 })
})

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../..', file)))

test('the pages of rights answer both questions in words', async () => {
  const { school, manager, teacher, student } = await aSchool()
  const { html } = await visit(urls.rights(school), { as: manager })
  expect(html).toContain('Droits : Lycée Olympe')
  expect(html).toContain(urls.rightsOf(school, teacher.id))
  expect(html).toContain('<option value="rooms.bookRoom">')
  expect((await visit(urls.rightsOf(school, teacher.id), { as: manager })).html).toContain('Oui, ici')
  const who = (await visit(urls.holders(school, 'rooms.bookRoom'), { as: manager })).html
  expect(who).toContain('Théo Martin')
  expect(who).not.toContain('Éva')
  expect((await visit(urls.holders(school, 'rooms.listRooms'), { as: manager })).html).toContain('même sans compte')
  expect((await visit(urls.rights(school), { as: student })).status).toBe(403)
  expect((await visit(urls.holders(school), { as: manager })).status).toBe(404)
})

test('a role held in a group is said with its group, and opens what a group role opens', async () => {
  const { as, db } = await world()
  const { school, manager } = await aSchool()
  const groupId = await makeGroup(db, school, { name: 'Terminale B' })
  const teacher = await makeMember(db, school, 'teacher', { firstName: 'Lou', groupId })
  const of = await as(manager).run(showRightsOf, { organisationId: school, personId: teacher.id })
  expect(of.roles).toEqual([{ role: 'teacher', group: 'Terminale B' }])
  // In the whole organisation they are a member and no more.
  expect(of.rights.map(({ name }) => name)).not.toContain('rooms.bookRoom')
  expect(of.rights.map(({ name }) => name)).toContain('rooms.tidyRoom')
  const { people } = await as(manager).run(showHolders, { organisationId: school, operation: 'rooms.tidyRoom' })
  expect(people.map(({ id, roles }) => [id, roles])).toEqual([[teacher.id, [{ role: 'teacher', group: 'Terminale B' }]]])
  const { roles } = await as(manager).run(showRights, { organisationId: school })
  expect(roles.find(({ role }) => role === 'programme-manager')?.rights.map(({ name }) => name)).toContain('organisations.listGroups')
  expect((await visit(urls.rightsOf(school, teacher.id), { as: manager })).html).toContain('Enseignante ou enseignant (Terminale B)')
})

test('the menu leads those in charge to the rights of their organisations, and nobody else', async () => {
  const { as, actorOf } = await world()
  const { school, other, manager, teacher, student } = await aSchool()
  for (const [person, places] of [[manager, [school]], [student, [other]], [teacher, []]] as const) {
    const actor = await actorOf(person)
    expect(access.menu.some((item) => item.for!(actor))).toBe(places.length > 0)
    expect((await as(person).run(listRightsPlaces, {})).places.map(({ id }) => id)).toEqual(places)
  }
  await expect(as().run(listRightsPlaces, {})).rejects.toMatchObject({ status: 401 })
  expect((await visit(urls.places(), { as: manager })).html).toContain(`href="${urls.rights(school)}"`)
  expect((await visit(urls.places(), { as: teacher })).html).toContain('aucune organisation')
})
