import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { notifications } from '#modules/notifications/module.ts'
import { aGroup, aMailbox, aMember, anAdministrator, anOrganisation, aPerson, manyMembers, world } from './fixtures.ts'
import { endAnnouncements, hideAnnouncement, tellAnnouncement } from './jobs.ts'
import { announcements } from './module.ts'
import { acknowledgeAnnouncement } from './operations/acknowledge-announcement.ts'
import { foreseeAnnouncement } from './operations/back-office/foresee-announcement.ts'
import { listAnnouncements } from './operations/back-office/list-announcements.ts'
import { publishAnnouncement } from './operations/back-office/publish-announcement.ts'
import { recallAnnouncement } from './operations/back-office/recall-announcement.ts'
import { listMyAnnouncements } from './operations/list-my-announcements.ts'
import { listOrganisationAnnouncements } from './operations/list-organisation-announcements.ts'
import { publishInOrganisation } from './operations/publish-in-organisation.ts'
import { recallInOrganisation } from './operations/recall-in-organisation.ts'
import { showAnnouncement } from './operations/show-announcement.ts'

const mailbox = aMailbox()
const words = { title: 'Travaux au gymnase', body: 'Le gymnase est fermé lundi.' }
const mine = async (someone: { id: string }) => (await (await world()).as(someone).run(listMyAnnouncements,
  {})).announcements.map((one) => one.id)

const linesOf = async (someone: { id: string }) =>
  (await (await world()).as(someone).run(notifications.operations['listNotifications']!, {}) as { notifications: unknown[] }).notifications

const unread = async (someone: { id: string }) =>
  (await (await world()).as(someone).run(notifications.operations['listNotifications']!, {}) as { unread: number }).unread

/** An organisation with somebody in charge, a student in a class, a teacher; and somebody elsewhere. */
const school = async (name?: string) => {
  const organisationId = await anOrganisation(name)
  const groupId = await aGroup(organisationId)
  const chief = await aMember(organisationId, 'structure-manager')
  const student = await aMember(organisationId, 'student', { groupId })
  const teacher = await aMember(organisationId, 'teacher')
  return { organisationId, groupId, chief, student, teacher, stranger: await aMember(await anOrganisation(), 'structure-manager') }
}

test('an administrator of the organisation tells one category: those, and nobody else, are told', async () => {
  const { as, work } = await world()
  const { organisationId, chief, student, teacher, stranger } = await school()
  expect((await as(chief).run(listOrganisationAnnouncements, { organisationId, role: 'student' })).reach.people).toBe(1)
  const { announcementId, isHeld } = await as(chief).run(publishInOrganisation, { organisationId, role: 'student', ...words })
  expect(isHeld).toBe(false)
  await work()
  expect(await mine(student)).toEqual([announcementId])
  for (const other of [teacher, stranger, chief]) expect(await mine(other)).toEqual([])
  expect((await as(chief).run(listOrganisationAnnouncements, { organisationId })).announcements)
    .toMatchObject([{ id: announcementId, state: 'sent', reached: 1, audience: { audience: 'role', role: 'student' } }])
  expect(await as(student).run(showAnnouncement, { announcementId })).toMatchObject(words)
  await expect(as(teacher).run(showAnnouncement, { announcementId })).rejects.toMatchObject({ status: 404 })
})

test('a group is told; a group of another organisation is refused', async () => {
  const { as, work } = await world()
  const { organisationId, groupId, chief, student, teacher, stranger } = await school()
  await as(chief).run(publishInOrganisation, { organisationId, groupId, ...words })
  await work()
  expect([(await mine(student)).length, (await mine(teacher)).length]).toEqual([1, 0])
  await expect(as(chief).run(publishInOrganisation, { organisationId, groupId: v7(),
    ...words })).rejects.toMatchObject({ code: 'announcements.no-such-group' })
  await expect(as(stranger).run(publishInOrganisation, { organisationId, groupId, ...words })).rejects.toMatchObject({ status: 404 })
})

test('who is not in charge may not; who is not of the organisation does not see it; a visitor is asked to sign in', async () => {
  const { as } = await world()
  const { organisationId, chief, student, stranger } = await school()
  const { announcementId } = await as(chief).run(publishInOrganisation, { organisationId, ...words })
  for (const [who, status] of [[student, 403], [stranger, 404]] as const) {
    await expect(as(who).run(publishInOrganisation, { organisationId, ...words })).rejects.toMatchObject({ status })
    await expect(as(who).run(recallInOrganisation, { organisationId, announcementId, reason: 'x' })).rejects.toMatchObject({ status })
    await expect(as(who).run(listOrganisationAnnouncements, { organisationId })).rejects.toMatchObject({ status })
    for (const [operation, input] of [[publishAnnouncement, words], [listAnnouncements, {}], [foreseeAnnouncement, {}],
      [recallAnnouncement, { announcementId, reason: 'x' }]] as const) await expect(as(who).run(operation,
        input as never)).rejects.toMatchObject({ status: 403 })
  }
  await expect(as().run(listMyAnnouncements, {})).rejects.toMatchObject({ status: 401 })
})

test('what asks for a confirmation gets one, once, from whoever received it', async () => {
  const { as, work } = await world()
  const { organisationId, chief, student, teacher } = await school()
  const { announcementId } = await as(chief).run(publishInOrganisation, { organisationId, role: 'student', ...words,
    asksAcknowledgement: true })
  await work()
  await expect(as(teacher).run(acknowledgeAnnouncement, { announcementId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(acknowledgeAnnouncement, { announcementId })).rejects.toMatchObject({ status: 404 })
  expect((await as(student).run(listMyAnnouncements, {})).announcements).toMatchObject([{ isToAcknowledge: true }])
  expect(await unread(student)).toBe(1)
  for (let times = 0; times < 2; times++) await as(student).run(acknowledgeAnnouncement, { announcementId })
  expect((await as(student).run(listMyAnnouncements, {})).announcements).toMatchObject([{ isToAcknowledge: false }])
  expect(await unread(student)).toBe(0)
  expect((await as(chief).run(listOrganisationAnnouncements, { organisationId })).announcements).toMatchObject([{ acknowledged: 1 }])
})

test('a recall hides it everywhere: page, list, notifications', async () => {
  const { as, work } = await world()
  const { organisationId, chief, student } = await school()
  const { announcementId } = await as(chief).run(publishInOrganisation, { organisationId, role: 'student', ...words })
  await work()
  expect(await linesOf(student)).toHaveLength(1)
  await as(chief).run(recallInOrganisation, { organisationId, announcementId, reason: 'Erreur' })
  expect(await mine(student)).toEqual([])
  await expect(as(student).run(showAnnouncement, { announcementId })).rejects.toMatchObject({ status: 404 })
  await work()
  expect(await linesOf(student)).toEqual([])
  await expect(as(chief).run(recallInOrganisation, { organisationId, announcementId,
    reason: 'Encore' })).rejects.toMatchObject({ code: 'announcements.over' })
})

test('an urgent one of the platform leaves by mail at once; addresses name people, one that nobody has is refused', async () => {
  const { as, work } = await world()
  const admin = await anAdministrator()
  const [one, other] = [await aPerson(), await aPerson()]
  const foresee = (people: string) => as(admin).run(foreseeAnnouncement, { people })
  expect(await foresee(`${one.email}\n${other.email.toUpperCase()}`)).toMatchObject({ people: 2, wrong: null })
  expect(await foresee(`nobody-${v7()}@example.org`)).toMatchObject({ people: null, wrong: 'announcements.unknown-addresses' })
  const { announcementId } = await as(admin).run(publishAnnouncement, { people: one.email, ...words, isCritical: true })
  await work()
  expect((await mailbox.lastTo(one.email))?.subject).toContain('Travaux au gymnase')
  expect(await mailbox.lastTo(other.email)).toBeUndefined()
  expect((await as(admin).run(listAnnouncements, {})).announcements[0]).toMatchObject({ id: announcementId, reached: 1,
    audience: { audience: 'people' } })
  await as(admin).run(recallAnnouncement, { announcementId, reason: 'Fini' })
  expect(await mine(one)).toEqual([])
  await expect(as(admin).run(recallAnnouncement, { announcementId: v7(), reason: 'x' })).rejects.toMatchObject({ status: 404 })
})

test('the platform tells a group of an organisation, which it chooses once it has named the organisation', async () => {
  const { as, work } = await world()
  const admin = await anAdministrator()
  const organisation = `Lycée ${v7()}`
  const { groupId, student, teacher } = await school(organisation)
  const named = await as(admin).run(foreseeAnnouncement, { organisation })
  expect(named.groups).toContainEqual({ id: groupId, name: expect.any(String) })
  const foreseen = await as(admin).run(foreseeAnnouncement, { organisation, group: groupId })
  expect(foreseen.people).toBeGreaterThan(0)
  expect(foreseen.people).toBeLessThan(named.people!)
  const { announcementId } = await as(admin).run(publishAnnouncement, { organisation, group: groupId, ...words })
  await work()
  expect((await as(admin).run(listAnnouncements, {})).announcements.find(({ id }) => id === announcementId))
    .toMatchObject({ reached: foreseen.people, audience: { audience: 'group', group: expect.any(String) } })
  expect([(await mine(student)).length, (await mine(teacher)).length]).toEqual([1, 0])
  for (const wrong of [{ group: groupId }, { organisation, group: v7() }]) {
    expect(await as(admin).run(foreseeAnnouncement, wrong)).toMatchObject({ people: null, wrong: 'announcements.no-such-group' })
    await expect(as(admin).run(publishAnnouncement, { ...wrong, ...words })).rejects.toMatchObject({ code: 'announcements.no-such-group' })
  }
})

test('what is for later waits for its day; what is over shows no more', async () => {
  const { as, work, db, pools } = await world()
  const { organisationId, chief, student } = await school()
  const later = await as(chief).run(publishInOrganisation, { organisationId, ...words, day: '2040-01-02', time: '09:30',
    lastDay: '2040-01-05' })
  await work()
  expect(await mine(student)).toEqual([])
  expect((await as(chief).run(listOrganisationAnnouncements, { organisationId })).announcements)
    .toMatchObject([{ id: later.announcementId, state: 'scheduled', dueAt: '2040-01-02T08:30:00.000Z',
      endsAt: '2040-01-05T23:00:00.000Z' }])
  await expect(as(chief).run(publishInOrganisation, { organisationId, ...words, day: '2040-01-02', lastDay: '2040-01-01' }))
    .rejects.toMatchObject({ code: 'announcements.ends-before' })
  const { announcementId } = await as(chief).run(publishInOrganisation, { organisationId, ...words })
  await work()
  const past = (days: number) => new Date(Date.now() - days * 86_400_000)
  await db.updateTable('announcements.announcement').set({ due_at: past(2), ends_at: past(1) }).where('id', '=', announcementId).execute()
  expect(await mine(student)).toEqual([])
  await execute(pools.worker, endAnnouncements, {})
  await work()
  expect(await linesOf(student)).toEqual([])
})

test('while announcements are switched off what is written is held, told as held, and told or given back when it is lifted', async () => {
  const { as, work, modules } = await world()
  const { organisationId, chief, student } = await school()
  const admin = await anAdministrator()
  const { turnOff, liftSwitch } = modules.find((one) => one.name === 'switches')!.backOffice.operations
  const close = async () => (await as(admin).run(turnOff!, { feature: 'broadcasts', personId: chief.id,
    reason: 'Abus' }) as { switchId: string }).switchId
  const stateOf = async () => (await as(chief).run(listOrganisationAnnouncements, { organisationId })).announcements[0]!.state
  const first = await close()
  expect(await as(chief).run(publishInOrganisation, { organisationId, ...words })).toMatchObject({ isHeld: true })
  await work()
  expect(await stateOf()).toBe('held')
  expect(await mine(student)).toEqual([])
  await as(admin).run(liftSwitch!, { switchId: first, reason: 'Réglé', held: 'send' })
  await work()
  expect(await stateOf()).toBe('sent')
  expect(await mine(student)).toHaveLength(1)
  const second = await close()
  await as(chief).run(publishInOrganisation, { organisationId, ...words })
  await work()
  await as(admin).run(liftSwitch!, { switchId: second, reason: 'Abus', held: 'return' })
  await work()
  expect(await stateOf()).toBe('returned')
  expect(await mine(student)).toHaveLength(1)
})

test('hundreds are told in batches, each once, and hidden in batches', async () => {
  const { as, work, db } = await world()
  const organisationId = await anOrganisation()
  const chief = await aMember(organisationId, 'structure-manager')
  await manyMembers(organisationId, 600)
  const { announcementId } = await as(chief).run(publishInOrganisation, { organisationId, role: 'student', ...words })
  await work()
  const told = async () => (await db.selectFrom('notifications.notification').select(db.fn.countAll<number>().as('lines'))
    .where('about', '=', `announcements.announcement:${announcementId}`).executeTakeFirstOrThrow()).lines
  expect(await told()).toBe(600)
  const batches = await db.selectFrom('kernel.job_execution').select('result').where('name', '=', tellAnnouncement.name)
    .where(db.dynamic.ref('data'), '@>', JSON.stringify({ announcementId })).execute()
  expect(batches.map((row) => row.result)).toEqual([{ people: 150 }, { people: 150 }, { people: 150 }, { people: 150 }, { people: 0 }])
  await as(chief).run(recallInOrganisation, { organisationId, announcementId, reason: 'Erreur' })
  await work()
  expect(await told()).toBe(0)
  expect(announcements.jobs).toContain(hideAnnouncement)
})
