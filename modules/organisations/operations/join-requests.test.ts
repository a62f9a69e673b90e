import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { joinDecided, joinRequested } from '../events.ts'
import { aMailbox, anOrganisation, aPerson, aSchool, world } from '../fixtures.ts'
import { acceptJoinRequest } from './accept-join-request.ts'
import { askToJoin } from './ask-to-join.ts'
import { findOpenOrganisations } from './find-open-organisations.ts'
import { listJoinRequests } from './list-join-requests.ts'
import { listMyOrganisations } from './list-my-organisations.ts'
import { refuseJoinRequest } from './refuse-join-request.ts'
import { withdrawJoinRequest } from './withdraw-join-request.ts'

const { lastTo } = aMailbox()
const message = 'Je commence lundi à la médiathèque.'

/** A school that takes requests, and somebody who asked. */
const aRequest = async () => {
  const { as } = await world()
  const school = await aSchool({ acceptsRequests: true })
  const { organisationId, stranger } = school
  const { requestId } = await as(stranger).run(askToJoin, { organisationId, message })
  return { ...school, requestId }
}

test('one finds the organisations that take requests: a name and a kind', async () => {
  const { as } = await world()
  const { organisationId, stranger, teacher } = await aRequest()
  await anOrganisation({ name: 'Université fermée aux demandes' })
  await anOrganisation({ name: 'École d’été', kind: 'mediation-structure', acceptsRequests: true })
  const { organisations } = await as(stranger).run(findOpenOrganisations, {})
  expect(organisations.map(({ name }) => name)).not.toContain('Université fermée aux demandes')
  expect(organisations.find(({ id }) => id === organisationId)).toEqual({
    id: organisationId, name: `Organisation ${organisationId}`, kind: 'establishment', welcome: null, isMine: false, isAsked: true,
  })
  expect((await as(teacher).run(findOpenOrganisations, {})).organisations.find(({ id }) => id === organisationId))
    .toMatchObject({ isMine: true, isAsked: false })
  expect((await as(stranger).run(findOpenOrganisations, { words: 'ecole ETE' })).organisations).toHaveLength(1)
  expect((await as(stranger).run(findOpenOrganisations, { kind: 'mediation-structure' })).organisations).toHaveLength(1)
  await expect(as().run(findOpenOrganisations, {})).rejects.toMatchObject({ status: 401 })
})

test('somebody asks, once, where requests are taken', async () => {
  const { as, facts, work } = await world()
  const { organisationId, requestId, stranger, teacher, manager } = await aRequest()
  expect(await facts(joinRequested)).toContainEqual({ organisationId, requestId })
  await work()
  expect((await lastTo(manager.email))?.text).toContain(`/mes-organisations/${organisationId}/demandes`)
  expect((await lastTo(manager.email))?.text).not.toContain(message)
  await expect(as(stranger).run(askToJoin, { organisationId, message })).rejects.toMatchObject({ code: 'organisations.already-asked' })
  await expect(as(teacher).run(askToJoin, { organisationId, message })).rejects.toMatchObject({ code: 'organisations.already-in' })
  await expect(as().run(askToJoin, { organisationId, message })).rejects.toMatchObject({ status: 401 })
  await expect(as(stranger).run(askToJoin, { organisationId: await anOrganisation(), message })).rejects.toMatchObject({ status: 404 })
  await expect(as(stranger).run(askToJoin, { organisationId, message: ' ' })).rejects.toMatchObject({ status: 422 })
  for (let one = 0; one < 4; one++) await as(stranger).run(askToJoin, { organisationId: await anOrganisation({ acceptsRequests: true }),
    message })
  await expect(as(stranger).run(askToJoin, { organisationId: await anOrganisation({ acceptsRequests: true }), message }))
    .rejects.toMatchObject({ code: 'organisations.too-many-requests' })
})

test('those in charge of the whole let in, with a role that they may give', async () => {
  const { as, actorOf, facts, work } = await world()
  const { organisationId, classId, requestId, stranger, administrator, programmeManager, teacher, manager } = await aRequest()
  const { output, can } = await as(administrator).answer(listJoinRequests, { organisationId })
  expect(output).toMatchObject({ requests: [{ id: requestId, personName: 'Ada Martin', message }], next: null })
  expect(output.grantable).not.toContain('structure-manager')
  expect(can).toEqual({ acceptJoinRequest: true, refuseJoinRequest: true })
  const accept = (who: { id: string }, role: 'teacher' | 'structure-manager', groupId: string | null = null) =>
    as(who).run(acceptJoinRequest, { organisationId, requestId, role, groupId })
  await expect(accept(administrator, 'structure-manager')).rejects.toMatchObject({ status: 403 })
  for (const who of [programmeManager, teacher]) {
    await expect(as(who).run(listJoinRequests, { organisationId })).rejects.toMatchObject({ status: 403 })
    await expect(accept(who, 'teacher', classId)).rejects.toMatchObject({ status: 404 })
  }
  for (const who of [stranger, (await aSchool()).manager]) {
    await expect(as(who).run(listJoinRequests, { organisationId })).rejects.toMatchObject({ status: 404 })
    await expect(accept(who, 'teacher')).rejects.toMatchObject({ status: 404 })
  }
  await accept(administrator, 'teacher', classId)
  expect((await actorOf(stranger)).grants).toContainEqual({ scope: 'group', id: classId, role: 'teacher' })
  expect(await facts(joinDecided)).toContainEqual({ organisationId, requestId })
  await expect(accept(manager, 'teacher', classId)).rejects.toMatchObject({ code: 'organisations.request-decided' })
  await work()
  expect((await lastTo(stranger.email))?.subject).toContain('Vous faites partie de')
})

test('a refusal gives its reason to the person, on the page alone; they ask again later', async () => {
  const { as, work, db } = await world()
  const { organisationId, requestId, stranger, manager, programmeManager, teacher } = await aRequest()
  const refuse = (who: { id: string }) => as(who).run(refuseJoinRequest, { organisationId, requestId,
    reason: 'Votre contrat n’est pas signé.' })
  for (const who of [programmeManager, teacher, stranger]) await expect(refuse(who)).rejects.toMatchObject({ status: 404 })
  await refuse(manager)
  await work()
  expect((await lastTo(stranger.email))?.text).not.toContain('contrat')
  expect((await as(stranger).run(listMyOrganisations, {})).requests)
    .toMatchObject([{ state: 'refused', reason: 'Votre contrat n’est pas signé.' }])
  expect((await as(teacher).run(listMyOrganisations, {})).requests).toEqual([])
  await expect(refuse(manager)).rejects.toMatchObject({ code: 'organisations.request-decided' })
  await expect(as(stranger).run(askToJoin, { organisationId, message })).rejects.toMatchObject({ code: 'organisations.asked-recently' })
  await db.updateTable('organisations.join_request').set({ decided_at: sql`now() - interval '8 days'` }).where('id', '=', requestId)
    .execute()
  expect(await as(stranger).run(askToJoin, { organisationId, message })).toBeTruthy()
})

test('one takes one\'s own request back, and nobody another\'s', async () => {
  const { as } = await world()
  const { organisationId, requestId, stranger, manager } = await aRequest()
  for (const who of [manager, await aPerson(), undefined]) {
    await expect(as(who).run(withdrawJoinRequest, { requestId })).rejects.toMatchObject({ status: 404 })
  }
  await as(stranger).run(withdrawJoinRequest, { requestId })
  await expect(as(stranger).run(withdrawJoinRequest, { requestId })).rejects.toMatchObject({ code: 'organisations.request-decided' })
  expect((await as(manager).run(listJoinRequests, { organisationId })).requests).toEqual([])
  await as(stranger).run(askToJoin, { organisationId, message })
})
