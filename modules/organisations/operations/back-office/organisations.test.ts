import { expect, test } from 'vitest'
import { makePerson } from '#modules/identity/fixtures.ts'
import { organisationClosed, organisationCreated } from '../../events.ts'
import { aMailbox, aMember, anOrganisation, aPerson, aSchool, world } from '../../fixtures.ts'
import { sheetPart } from '../../sheet.ts'
import { acceptInvitation } from '../accept-invitation.ts'
import { showOrganisation } from '../show-organisation.ts'
import { closeOrganisationGroup } from './close-organisation-group.ts'
import { closeOrganisation } from './close-organisation.ts'
import { createOrganisationGroup } from './create-organisation-group.ts'
import { createOrganisation } from './create-organisation.ts'
import { editOrganisationGroup } from './edit-organisation-group.ts'
import { findOrganisations } from './find-organisations.ts'
import { inviteAdministrator } from './invite-administrator.ts'
import { reopenOrganisationGroup } from './reopen-organisation-group.ts'
import { reopenOrganisation } from './reopen-organisation.ts'
import { revokeAdministratorInvitation } from './revoke-administrator-invitation.ts'
import { showOrganisationSheet } from './show-organisation-sheet.ts'
import { updateOrganisation } from './update-organisation.ts'

const { secretFor } = aMailbox()

const aStaff = async () => makePerson((await world()).db, { platformRoles: ['administrator'] })
const written = { kind: 'establishment' as const, name: 'Université', siret: '', uai: '', parent: '' }

test('an organisation is opened, and who is invited administers it', async () => {
  const { as, facts, work, db } = await world()
  const staff = await aStaff()
  const email = `${crypto.randomUUID()}@example.org`
  const { organisationId } = await as(staff).run(createOrganisation, { ...written, siret: '732 829 320 00074', uai: '0750655e',
    administrator: email })
  expect(await facts(organisationCreated)).toContainEqual({ organisationId })
  expect(await as(staff).run(showOrganisationSheet, { organisationId })).toMatchObject({
    siret: '73282932000074', uai: '0750655E', isAdministered: false, invitations: [{ email, state: 'good' }], administrators: [],
  })
  await work()
  const person = await makePerson(db, { email })
  await as(person).run(acceptInvitation, { token: await secretFor(email) })
  expect(await as(person).run(showOrganisation, { organisationId })).toMatchObject({ name: 'Université', people: 1 })
  expect(await as(staff).run(showOrganisationSheet, { organisationId }))
    .toMatchObject({ isAdministered: true, administrators: [{ id: person.id }], invitations: [] })
  const context = { db, actor: { id: staff.id, grants: [], timeZone: 'Europe/Paris' }, now: '', origin: { request: 'test' },
    record: async () => undefined }
  expect(await sheetPart.read(context, person.id)).toMatchObject([{ label: 'Université', href: `/organisations/${organisationId}` }])
})

test('numbers are checked, and each is one organisation\'s', async () => {
  const { as } = await world()
  const staff = await aStaff()
  const { organisationId } = await as(staff).run(createOrganisation, { ...written, siret: '99958101000017', uai: '0589901X' })
  const open = (input: object) => as(staff).run(createOrganisation, { ...written, ...input })
  await expect(open({ siret: '99958101000018' })).rejects.toMatchObject({ status: 422, issues: [{ field: 'siret' }] })
  await expect(open({ uai: '0589901Z' })).rejects.toMatchObject({ status: 422, issues: [{ field: 'uai' }] })
  await expect(open({ siret: '99958101000017' })).rejects.toMatchObject({ code: 'organisations.siret-taken' })
  await expect(open({ uai: '0589901X' })).rejects.toMatchObject({ code: 'organisations.uai-taken' })
  await expect(open({ uai: '0589902Y', kind: 'administration' })).rejects.toMatchObject({ code: 'organisations.uai-not-taken' })
  await expect(open({ parent: '99958102800019' })).rejects.toMatchObject({ code: 'organisations.no-parent' })
  const child = await open({ parent: '0589901x' })
  const update = (id: string, input: object, version = 1) => as(staff)
    .run(updateOrganisation, { ...written, organisationId: id, ...input }, { version })
  await expect(update(organisationId, { parent: child.organisationId })).rejects.toMatchObject({ code: 'organisations.parent-within' })
  await expect(update(organisationId, { parent: organisationId })).rejects.toMatchObject({ code: 'organisations.parent-within' })
  expect(await update(organisationId, { siret: '99958101000017', name: 'Autre nom' })).toEqual({ version: 2 })
  await expect(update(organisationId, {})).rejects.toMatchObject({ code: 'stale' })
  expect(await as(staff).run(showOrganisationSheet, { organisationId }))
    .toMatchObject({ name: 'Autre nom', uai: null, children: [{ id: child.organisationId }] })
})

test('a closed organisation gives nothing, and has all when it opens again', async () => {
  const { as, actorOf, facts } = await world()
  const [staff, { organisationId, manager }] = [await aStaff(), await aSchool()]
  await as(staff).run(closeOrganisation, { organisationId })
  expect((await actorOf(manager)).grants).toEqual([])
  expect(await facts(organisationClosed)).toContainEqual({ organisationId })
  await expect(as(staff).run(closeOrganisation, { organisationId })).rejects.toMatchObject({ code: 'organisations.organisation-closed' })
  await expect(as(staff).run(inviteAdministrator, { organisationId,
    email: 'a@example.org' })).rejects.toMatchObject({ code: 'organisations.organisation-closed' })
  await expect(as(staff).run(createOrganisationGroup, { organisationId, kind: 'team', name: 'x',
    code: '' })).rejects.toMatchObject({ code: 'organisations.organisation-closed' })
  await as(staff).run(reopenOrganisation, { organisationId })
  expect((await actorOf(manager)).grants).not.toEqual([])
  await expect(as(staff).run(reopenOrganisation, { organisationId })).rejects.toMatchObject({ code: 'organisations.organisation-open' })
})

test('organisations are found by name, number, kind and state; those that nobody administers stand out', async () => {
  const { as, db } = await world()
  const staff = await aStaff()
  const [alone, led] = [await anOrganisation({ name: 'Zèbre isolé', kind: 'social-structure' }),
    await anOrganisation({ name: 'Zèbre mené', kind: 'social-structure' })]
  const manager = await aMember(led, 'structure-manager')
  const names = async (filters: object) => (await as(staff).run(findOrganisations, filters)).organisations.map(({ name }) => name)
  expect(await names({ words: 'zebre' })).toEqual(['Zèbre isolé', 'Zèbre mené'])
  expect(await names({ words: 'zebre', state: 'unadministered' })).toEqual(['Zèbre isolé'])
  expect(await names({ words: 'zebre', kind: 'administration' })).toEqual([])
  await db.insertInto('organisations.suspended_person').values({ person_id: manager.id }).execute()
  expect(await names({ words: 'zebre', state: 'unadministered' })).toEqual(['Zèbre isolé', 'Zèbre mené'])
  await as(staff).run(closeOrganisation, { organisationId: alone })
  expect(await names({ words: 'zebre', state: 'closed' })).toEqual(['Zèbre isolé'])
  expect(await names({ words: 'zebre', state: 'open' })).toEqual(['Zèbre mené'])
  expect(await names({ words: '732 829 320 00074' })).toHaveLength(1)
  for (let number = 0; number < 60; number++) await anOrganisation({ name: `Page ${String(number).padStart(2, '0')}` })
  const first = await as(staff).run(findOrganisations, { words: 'page' })
  expect(first).toMatchObject({ total: 60, organisations: { length: 50 } })
  const rest = await as(staff).run(findOrganisations, { words: 'page', after: first.next! })
  expect(rest).toMatchObject({ next: null, organisations: { length: 10 } })
  expect(rest.organisations[0]!.name).toBe('Page 50')
})

test('groups and invitations of any organisation', async () => {
  const { as } = await world()
  const [staff, { organisationId, programmeId, classId }] = [await aStaff(), await aSchool()]
  const { groupId } = await as(staff).run(createOrganisationGroup, { organisationId, kind: 'class', name: 'L1 C', code: 'C',
    parentId: programmeId })
  await expect(as(staff).run(createOrganisationGroup, { organisationId, kind: 'class', name: 'x', code: '',
    parentId: (await aSchool()).classId }))
    .rejects.toMatchObject({ code: 'organisations.no-group' })
  expect(await as(staff).run(editOrganisationGroup, { organisationId, groupId, name: 'L1 D', code: 'C' }, { version: 1 }))
    .toEqual({ version: 2 })
  await expect(as(staff).run(closeOrganisationGroup, { organisationId,
    groupId: programmeId })).rejects.toMatchObject({ code: 'organisations.group-holds-groups' })
  for (const id of [groupId, classId, programmeId]) await as(staff).run(closeOrganisationGroup, { organisationId, groupId: id })
  await expect(as(staff).run(closeOrganisationGroup, { organisationId,
    groupId })).rejects.toMatchObject({ code: 'organisations.group-closed' })
  await as(staff).run(reopenOrganisationGroup, { organisationId, groupId })
  await expect(as(staff).run(reopenOrganisationGroup, { organisationId,
    groupId })).rejects.toMatchObject({ code: 'organisations.group-open' })
  const { invitationId } = await as(staff).run(inviteAdministrator, { organisationId, email: 'chef@example.org' })
  await expect(as(staff).run(inviteAdministrator, { organisationId,
    email: 'chef@example.org' })).rejects.toMatchObject({ code: 'organisations.already-invited' })
  await as(staff).run(revokeAdministratorInvitation, { organisationId, invitationId })
  await expect(as(staff).run(revokeAdministratorInvitation, { organisationId,
    invitationId })).rejects.toMatchObject({ code: 'organisations.invitation-ended' })
  expect(await as(staff).run(showOrganisationSheet, { organisationId })).toMatchObject({ invitations: [], groups: { length: 4 } })
})

test('nobody else does any of it: a manager of the organisation, somebody, a visitor; what does not exist is not found', async () => {
  const { as } = await world()
  const [staff, { organisationId, classId: groupId, manager }] = [await aStaff(), await aSchool()]
  const { invitationId } = await as(staff).run(inviteAdministrator, { organisationId, email: 'autre@example.org' })
  const group = { organisationId, groupId, name: 'x', code: '' }
  const calls = [
    (who?: { id: string }) => as(who).run(findOrganisations, {}), (who?: { id: string }) => as(who).run(createOrganisation, written),
    (who?: { id: string }, id = organisationId) => as(who).run(showOrganisationSheet, { organisationId: id }),
    (who?: { id: string }, id = organisationId) => as(who).run(updateOrganisation, { ...written, organisationId: id }, { version: 1 }),
    (who?: { id: string }, id = organisationId) => as(who).run(closeOrganisation, { organisationId: id }),
    (who?: { id: string }, id = organisationId) => as(who).run(reopenOrganisation, { organisationId: id }),
    (who?: { id: string }, id = organisationId) => as(who).run(inviteAdministrator, { organisationId: id, email: 'b@example.org' }),
    (who?: { id: string }, id = organisationId) => as(who).run(revokeAdministratorInvitation, { organisationId: id, invitationId }),
    (who?: { id: string }, id = organisationId) => as(who).run(createOrganisationGroup, { ...group, organisationId: id,
      kind: 'team' as const }),
    (who?: { id: string }, id = organisationId) => as(who).run(editOrganisationGroup, { ...group, organisationId: id }, { version: 1 }),
    (who?: { id: string }, id = organisationId) => as(who).run(closeOrganisationGroup, { organisationId: id, groupId }),
    (who?: { id: string }, id = organisationId) => as(who).run(reopenOrganisationGroup, { organisationId: id, groupId }),
  ]
  const [stranger, nowhere] = [await aPerson(), crypto.randomUUID()]
  for (const [index, call] of calls.entries()) {
    for (const who of [manager, stranger]) await expect(call(who), String(index)).rejects.toMatchObject({ status: 403 })
    await expect(call(), String(index)).rejects.toMatchObject({ status: 401 })
    if (index > 1) await expect(call(staff, nowhere), String(index)).rejects.toMatchObject({ status: 404 })
  }
})
