import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { execute } from '#kernel/fact/execution.ts'
import { memberChanged, memberEnded } from '../events.ts'
import { aMailbox, aMember, anOrganisation, aSchool, inDays, world } from '../fixtures.ts'
import { watchAdministrators } from '../jobs.ts'
import { setAside, takeBack } from '../reactions.ts'
import { addMembership } from './add-membership.ts'
import { endMembership } from './end-membership.ts'
import { leaveOrganisation } from './leave-organisation.ts'
import { listMyOrganisations } from './list-my-organisations.ts'
import { restoreMembership } from './restore-membership.ts'
import { setMembershipDates } from './set-membership-dates.ts'
import { showMember } from './show-member.ts'

const { received } = aMailbox()
const last = { code: 'organisations.last-administrator' }

test('one more role is given to somebody of the organisation, within what one holds', async () => {
  const { as, actorOf } = await world()
  const { organisationId, classId, otherId, manager, administrator, programmeManager, teacher, student, stranger } = await aSchool()
  const give = (who: { id: string } | undefined, personId: string, role: 'teacher' | 'structure-manager' | 'member',
    groupId: string | null = null) =>
    as(who).run(addMembership, { organisationId, personId, role, groupId, validTo: inDays(10) })
  await give(programmeManager, student.id, 'teacher', classId)
  expect((await actorOf(student)).grants).toContainEqual({ scope: 'group', id: classId, role: 'teacher' })
  await expect(give(programmeManager, student.id, 'teacher', classId)).rejects.toMatchObject({ code: 'organisations.already-member' })
  await expect(give(manager, student.id, 'structure-manager', classId)).rejects.toMatchObject({ code: 'organisations.role-misplaced' })
  for (const [who, role, groupId] of [
    [administrator, 'structure-manager', null], [programmeManager, 'teacher', null], [programmeManager, 'teacher', otherId],
      [teacher, 'member', classId],
  ] as const) await expect(give(who, student.id, role, groupId)).rejects.toMatchObject({ status: 403 })
  // Who is not there is not found, whether they exist or not; and one who is in another programme.
  for (const personId of [stranger.id, '01900000-0000-7000-8000-000000000000']) {
    await expect(give(manager, personId, 'member')).rejects.toMatchObject({ status: 404 })
  }
  await expect(give(programmeManager, manager.id, 'member', classId)).rejects.toMatchObject({ status: 404 })
  await expect(give(stranger, student.id, 'member')).rejects.toMatchObject({ status: 404 })
  await expect(give(undefined, student.id, 'member')).rejects.toMatchObject({ status: 404 })
})

test('a role ends at once and can be brought back; nobody touches one above theirs', async () => {
  const { as, actorOf, facts, db } = await world()
  const { organisationId, manager, administrator, programmeManager, teacher, student, stranger } = await aSchool()
  const { membershipId } = teacher
  await as(programmeManager).run(endMembership, { membershipId })
  expect((await actorOf(teacher)).grants).toEqual([])
  expect(await facts(memberEnded)).toContainEqual({ organisationId, membershipId, personId: teacher.id })
  await expect(as(programmeManager).run(endMembership, { membershipId })).rejects.toMatchObject({ code: 'organisations.membership-ended' })
  await expect(as(programmeManager).run(setMembershipDates, { membershipId, validFrom: inDays(0) }, { version: 2 }))
    .rejects.toMatchObject({ code: 'organisations.membership-ended' })
  expect(await as(programmeManager).run(showMember, { organisationId, personId: teacher.id }))
    .toMatchObject({ memberships: [{ id: membershipId, state: 'ended', mayChange: false, mayRestore: true }] })
  await as(manager).run(restoreMembership, { membershipId })
  expect((await actorOf(teacher)).grants).not.toEqual([])
  expect(await facts(memberChanged)).toContainEqual({ organisationId, membershipId, personId: teacher.id })
  await expect(as(manager).run(restoreMembership, { membershipId })).rejects.toMatchObject({ code: 'organisations.membership-not-ended' })
  await as(manager).run(endMembership, { membershipId })
  await db.updateTable('organisations.membership').set({ ended_at: sql`now() - interval '31 days'` }).where('id', '=', membershipId)
    .execute()
  await expect(as(manager).run(restoreMembership, { membershipId })).rejects.toMatchObject({ code: 'organisations.not-restorable' })

  for (const operation of [endMembership, restoreMembership]) {
    await expect(as(administrator).run(operation, { membershipId: manager.membershipId })).rejects.toMatchObject({ status: 403 })
    await expect(as(student).run(operation, { membershipId: student.membershipId })).rejects.toMatchObject({ status: 403 })
    await expect(as(student).run(operation, { membershipId: programmeManager.membershipId })).rejects.toMatchObject({ status: 404 })
    await expect(as(stranger).run(operation, { membershipId: student.membershipId })).rejects.toMatchObject({ status: 404 })
    await expect(as().run(operation, { membershipId: student.membershipId })).rejects.toMatchObject({ status: 404 })
  }
})

test('a role that is over is given again, for another year', async () => {
  const { as, actorOf } = await world()
  const { organisationId, classId, manager } = await aSchool()
  const former = await aMember(organisationId, 'student', { groupId: classId, validFrom: '2020-09-01', validTo: '2021-07-31' })
  await as(manager).run(addMembership, { organisationId, personId: former.id, role: 'student', groupId: classId, validTo: inDays(200) })
  expect((await actorOf(former)).grants).toContainEqual({ scope: 'group', id: classId, role: 'student' })
})

test('dates are kept in order, by who may give the role, on the version that they saw', async () => {
  const { as, actorOf } = await world()
  const { administrator, programmeManager, teacher, student, stranger, manager } = await aSchool()
  const { membershipId } = student
  const set = (who: { id: string }, validFrom: string, validTo: string | null, version = 1, id = membershipId) =>
    as(who).run(setMembershipDates, { membershipId: id, validFrom, validTo }, { version })
  expect(await set(programmeManager, inDays(-5), inDays(-3))).toEqual({ version: 2 })
  expect((await actorOf(student)).grants).toEqual([])
  await expect(set(programmeManager, inDays(-5), null)).rejects.toMatchObject({ code: 'stale' })
  await expect(set(programmeManager, inDays(5), inDays(3), 2)).rejects.toMatchObject({ code: 'organisations.dates-reversed' })
  expect(await set(administrator, inDays(-5), null, 2)).toEqual({ version: 3 })
  await expect(set(administrator, inDays(-5), null, 1, manager.membershipId)).rejects.toMatchObject({ status: 403 })
  await expect(set(student, inDays(-5), null, 3)).rejects.toMatchObject({ status: 403 })
  for (const who of [teacher, stranger]) await expect(set(who, inDays(-5), null, 3)).rejects.toMatchObject({ status: 404 })
})

test('the last administrator stays: removed, leaving, shortened, put off; another without end frees them', async () => {
  const { as } = await world()
  const { organisationId, manager } = await aSchool()
  const { membershipId } = manager
  const alone = async () => {
    await expect(as(manager).run(endMembership, { membershipId })).rejects.toMatchObject(last)
    await expect(as(manager).run(leaveOrganisation, { organisationId })).rejects.toMatchObject(last)
    await expect(as(manager).run(setMembershipDates, { membershipId, validFrom: inDays(-1), validTo: inDays(30) },
      { version: 1 })).rejects.toMatchObject(last)
    await expect(as(manager).run(setMembershipDates, { membershipId, validFrom: inDays(5) }, { version: 1 })).rejects.toMatchObject(last)
  }
  await alone()
  // Another whose right will end, or has not begun, does not free them.
  const other = await aMember(organisationId, 'structure-manager', { validTo: inDays(60) })
  await alone()
  await aMember(organisationId, 'structure-manager', { validFrom: inDays(1) })
  await alone()
  await as(manager).run(setMembershipDates, { membershipId: other.membershipId, validFrom: inDays(-1) }, { version: 1 })
  await as(manager).run(leaveOrganisation, { organisationId })
  await expect(as(other).run(leaveOrganisation, { organisationId })).rejects.toMatchObject(last)
})

test('an administrator until a day is the last until that day', async () => {
  const { as } = await world()
  const organisationId = await anOrganisation()
  const [one, two] = [await aMember(organisationId, 'structure-manager', { validTo: inDays(10) }),
    await aMember(organisationId, 'structure-manager', { validTo: inDays(20) })]
  await expect(as(two).run(endMembership, { membershipId: two.membershipId })).rejects.toMatchObject(last)
  await as(two).run(endMembership, { membershipId: one.membershipId })
  await as(two).run(setMembershipDates, { membershipId: two.membershipId, validFrom: inDays(-1), validTo: inDays(25) }, { version: 1 })
})

test('two administrators who leave at once do not leave nobody', async () => {
  const { as } = await world()
  const organisationId = await anOrganisation()
  const both = [await aMember(organisationId, 'structure-manager'), await aMember(organisationId, 'structure-manager')]
  const outcomes = await Promise.allSettled(both.map((one) => as(one).run(leaveOrganisation, { organisationId })))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('somebody suspended, or erased, does not count among those who administer; restored, they do', async () => {
  const { as, db } = await world()
  const { organisationId, manager } = await aSchool()
  const other = await aMember(organisationId, 'structure-manager')
  // Told twice is told once.
  const tell = async (reaction: typeof setAside) => {
    for (let time = 0; time < 2; time++) await reaction.run({ db } as WorkerContext, { personId: other.id })
  }
  await tell(setAside)
  await expect(as(manager).run(endMembership, { membershipId: manager.membershipId })).rejects.toMatchObject(last)
  await tell(takeBack)
  await db.updateTable('identity.person').set({ erased_at: sql`now()` }).where('id', '=', other.id).execute()
  await expect(as(manager).run(endMembership, { membershipId: manager.membershipId })).rejects.toMatchObject(last)
  await db.updateTable('identity.person').set({ erased_at: null }).where('id', '=', other.id).execute()
  await as(manager).run(endMembership, { membershipId: manager.membershipId })
})

test('who administers alone until a day soon is told a month, a week and a day before', async () => {
  const { pools, work, db } = await world()
  await db.updateTable('organisations.organisation').set({ closed_at: sql`now()` }).execute()
  const until = async (days: number, other?: number) => {
    const organisationId = await anOrganisation({ name: `Fin dans ${days}` })
    await aMember(organisationId, 'structure-manager', { validTo: inDays(days) })
    if (other !== undefined) await aMember(organisationId, 'structure-manager', { validTo: other ? inDays(other) : null })
  }
  for (const days of [30, 29, 7, 1, 0]) await until(days)
  await until(7, 0)
  await until(6, 7)
  await execute(pools.worker, watchAdministrators, {})
  const before = (await received()).length
  await work()
  const told = (await received()).slice(before).map(({ subject }) => subject)
  expect(told.toSorted()).toEqual([
    'Fin dans 1 n’aura bientôt plus de responsable', 'Fin dans 30 n’aura bientôt plus de responsable',
      'Fin dans 6 n’aura bientôt plus de responsable',
    'Fin dans 6 n’aura bientôt plus de responsable', 'Fin dans 7 n’aura bientôt plus de responsable',
  ])
  await db.updateTable('organisations.organisation').set({ closed_at: null }).execute()
})

test('one sees one\'s organisations and leaves them; who left is not brought back by another', async () => {
  const { as, actorOf } = await world()
  const { organisationId, manager, teacher, stranger, student } = await aSchool()
  const { output, can } = await as(teacher).answer(listMyOrganisations, {})
  expect(output.organisations)
    .toMatchObject([{ id: organisationId, manages: false, roles: [{ role: 'teacher', groupName: 'L1 A', state: 'valid' }] }])
  expect(can).toEqual({ leaveOrganisation: true, withdrawJoinRequest: true })
  expect((await as(manager).run(listMyOrganisations, {})).organisations).toMatchObject([{ manages: true }])
  expect((await as(stranger).run(listMyOrganisations, {})).organisations).toEqual([])
  await expect(as().run(listMyOrganisations, {})).rejects.toMatchObject({ status: 401 })

  await as(teacher).run(leaveOrganisation, { organisationId })
  expect((await actorOf(teacher)).grants).toEqual([])
  expect((await actorOf(student)).grants).not.toEqual([])
  await expect(as(manager).run(restoreMembership,
    { membershipId: teacher.membershipId })).rejects.toMatchObject({ code: 'organisations.not-restorable' })
  for (const who of [teacher, stranger, undefined]) await expect(as(who)
    .run(leaveOrganisation, { organisationId })).rejects.toMatchObject({ status: 404 })
})
