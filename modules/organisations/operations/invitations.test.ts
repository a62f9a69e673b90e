import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { notifications } from '#modules/notifications/module.ts'
import { invitationAccepted, memberAdded } from '../events.ts'
import { aMailbox, aMember, aPerson, aSchool, world } from '../fixtures.ts'
import { pruneInvitations } from '../jobs.ts'
import { urls } from '../web/routes.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteMember } from './invite-member.ts'
import { listInvitations } from './list-invitations.ts'
import { resendInvitation } from './resend-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { showInvitation } from './show-invitation.ts'

const { received, lastTo, secretFor } = aMailbox()
const addressOf = () => `${v7()}@example.org`

/** An invitation that the manager of a school sent, with the secret of its mail and the person who holds the address. */
const anInvitation = async (given: { role?: 'teacher' | 'member' | 'structure-manager', inClass?: boolean, validTo?: string } = {}) => {
  const { as, work, db } = await world()
  const school = await aSchool()
  const invited = await aPerson()
  const { invitationId } = await as(school.manager).run(inviteMember, {
    organisationId: school.organisationId, email: invited.email, role: given.role ?? 'teacher', groupId: given.inClass ? school.classId
      : null,
    validTo: given.validTo, message: 'Bienvenue',
  })
  await work()
  const change = (set: object) => db.updateTable('organisations.invitation').set(set).where('id', '=', invitationId).execute()
  return { ...school, invited, invitationId, token: await secretFor(invited.email), change }
}

test('somebody is invited by mail, reads what it is, and enters once', async () => {
  const { as, actorOf, facts, db } = await world()
  const { organisationId, classId, invited, invitationId, token, manager } = await anInvitation({ inClass: true })
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await lastTo(invited.email)).toMatchObject({ text: expect.stringContaining('Maud Martin vous invite') })
  const stored = await db.selectFrom('organisations.invitation_token').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(token)
  // Opening uses nothing, however often.
  for (let time = 0; time < 3; time++) {
    const { output, can } = await as(invited).answer(showInvitation, { token })
    expect(output).toMatchObject({ state: 'good', offer: { role: 'teacher', groupName: 'L1 A', invitedBy: 'Maud Martin',
      message: 'Bienvenue' } })
    expect(can).toEqual({ acceptInvitation: true })
  }
  expect(await as(invited).run(acceptInvitation, { token })).toEqual({ organisationId })
  expect((await actorOf(invited)).grants).toContainEqual({ scope: 'group', id: classId, role: 'teacher' })
  expect(await facts(invitationAccepted)).toContainEqual({ organisationId, invitationId })
  expect(await facts(memberAdded)).toContainEqual(expect.objectContaining({ organisationId, personId: invited.id }))
  await expect(as(invited).run(acceptInvitation, { token })).rejects.toMatchObject({ code: 'organisations.invitation-used' })
  expect(await as(invited).run(showInvitation, { token })).toMatchObject({ state: 'used', offer: null })
  // The address is no longer kept, nor shown among those that wait.
  expect(await db.selectFrom('organisations.invitation').select(['email', 'accepted_by']).where('id', '=', invitationId).executeTakeFirst())
    .toEqual({ email: null, accepted_by: invited.id })
  expect((await as(manager).run(listInvitations, { organisationId })).invitations).toEqual([])
})

test('somebody whose role is over comes back to it by an invitation', async () => {
  const { as, actorOf, work } = await world()
  const { manager, organisationId } = await aSchool()
  const former = await aMember(organisationId, 'teacher', { validFrom: '2020-09-01', validTo: '2021-07-31' })
  await as(manager).run(inviteMember, { organisationId, email: former.email, role: 'teacher' })
  await work()
  await as(former).run(acceptInvitation, { token: await secretFor(former.email) })
  expect((await actorOf(former)).grants).toContainEqual({ scope: 'organisation', id: organisationId, role: 'teacher' })
})

test('two clicks at once enter once', async () => {
  const { as, db } = await world()
  const { invited, token, organisationId } = await anInvitation()
  const both = await Promise.allSettled([1, 2].map(() => as(invited).run(acceptInvitation, { token })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const rows = await db.selectFrom('organisations.membership').select('id').where('organisation_id', '=', organisationId)
    .where('person_id', '=', invited.id).execute()
  expect(rows).toHaveLength(1)
})

test('a stranger is invited as somebody known is: same answer, and they enter once their account exists', async () => {
  const { as, work, db } = await world()
  const { manager, organisationId, student } = await aSchool()
  const email = addressOf()
  const answers = await Promise.all([email, (await aPerson()).email, student.email].map((one) =>
    as(manager).run(inviteMember, { organisationId, email: one, role: 'member' })))
  expect(answers.map((one) => Object.keys(one))).toEqual([['invitationId'], ['invitationId'], ['invitationId']])
  await work()
  const person = await makePerson(db, { email })
  expect(await as(person).run(acceptInvitation, { token: await secretFor(email) })).toEqual({ organisationId })
})

test('the link alone opens nothing: another account, an address that is not proved, a visitor', async () => {
  const { as, db } = await world()
  const { invited, token, stranger } = await anInvitation({ role: 'structure-manager' })
  await expect(as().run(showInvitation, { token })).rejects.toMatchObject({ status: 401 })
  await expect(as().run(acceptInvitation, { token })).rejects.toMatchObject({ status: 401 })
  const shown = await as(stranger).run(showInvitation, { token })
  expect(shown).toMatchObject({ state: 'other-address', offer: null })
  expect(shown.address).not.toBe(invited.email)
  await expect(as(stranger).run(acceptInvitation, { token })).rejects.toMatchObject({ code: 'not-found', status: 404 })
  // Saying that the address is theirs does not prove it.
  await db.insertInto('identity.address').values({ id: v7(), person_id: stranger.id, email: invited.email, verified_at: null,
    is_primary: false }).execute()
  await expect(as(stranger).run(acceptInvitation, { token })).rejects.toMatchObject({ status: 404 })
  expect(await as(invited).run(acceptInvitation, { token })).toBeTruthy()
  // Used by another, it is not found, like one that never was.
  expect(await as(stranger).run(showInvitation, { token })).toMatchObject({ state: 'unknown', address: null })
})

test('an address that nobody has proved is proved by the secret of its mail, for whichever account came in', async () => {
  const { as, work, db } = await world()
  const { manager, organisationId } = await aSchool()
  const email = addressOf()
  await as(manager).run(inviteMember, { organisationId, email, role: 'member' })
  await work()
  // They came in by a provider, which knows another address of theirs.
  const person = await aPerson()
  const token = await secretFor(email)
  expect(await as(person).run(showInvitation, { token })).toMatchObject({ state: 'good' })
  const acting = { id: person.id, by: manager.id, grants: [], timeZone: 'Europe/Paris' }
  await expect(as(acting).run(acceptInvitation, { token })).rejects.toMatchObject({ status: 403 })
  expect(await as(person).run(acceptInvitation, { token })).toEqual({ organisationId })
  const addresses = await db.selectFrom('identity.address').select(['email', 'verified_at']).where('person_id', '=', person.id).execute()
  expect(addresses).toContainEqual({ email, verified_at: expect.any(String) })
})

test('who tries links at random waits a quarter of an hour; nobody else does, and not for good', async () => {
  const { as, db } = await world()
  const { invited, token, stranger } = await anInvitation()
  const guess = () => as(stranger).run(showInvitation, { token: randomBytes(32).toString('base64url') })
  for (let time = 0; time < 20; time++) expect(await guess()).toMatchObject({ state: 'unknown' })
  await expect(guess()).rejects.toMatchObject({ status: 429, code: 'organisations.too-many-links', details: { minutes: 15 } })
  await expect(as(stranger).run(acceptInvitation, { token })).rejects.toMatchObject({ status: 429 })
  expect(await as(invited).run(showInvitation, { token })).toMatchObject({ state: 'good' })
  await db.updateTable('organisations.invitation_miss').set({ window_start: sql`window_start - interval '16 minutes'` }).execute()
  expect(await guess()).toMatchObject({ state: 'unknown' })
  expect(await as(stranger).run(showInvitation, { token })).toMatchObject({ state: 'other-address' })
})

test('an invitation ends by its date, by who revokes it, and with the rights of who sent it', async () => {
  const { as, db } = await world()
  const expired = await anInvitation()
  await expired.change({ expires_at: sql`now() - interval '1 minute'` })
  expect(await as(expired.invited).run(showInvitation, { token: expired.token })).toMatchObject({ state: 'expired', offer: null })
  await expect(as(expired.invited).run(acceptInvitation,
    { token: expired.token })).rejects.toMatchObject({ code: 'organisations.invitation-expired' })

  const revoked = await anInvitation()
  const { organisationId, invitationId } = revoked
  await as(revoked.manager).run(revokeInvitation, { organisationId, invitationId })
  expect(await as(revoked.invited).run(showInvitation, { token: revoked.token })).toMatchObject({ state: 'revoked' })
  await expect(as(revoked.invited).run(acceptInvitation,
    { token: revoked.token })).rejects.toMatchObject({ code: 'organisations.invitation-revoked' })
  await expect(as(revoked.manager).run(revokeInvitation, { organisationId,
    invitationId })).rejects.toMatchObject({ code: 'organisations.invitation-ended' })

  const orphan = await anInvitation({ role: 'structure-manager' })
  await db.updateTable('organisations.membership').set({ valid_from: '2020-01-01', valid_to: '2020-12-31' })
    .where('id', '=', orphan.manager.membershipId).execute()
  expect(await as(orphan.invited).run(showInvitation, { token: orphan.token })).toMatchObject({ state: 'void' })
  await expect(as(orphan.invited).run(acceptInvitation,
    { token: orphan.token })).rejects.toMatchObject({ code: 'organisations.invitation-void' })
})

test('it is sent again, not at once, not without end; the earlier link still works', async () => {
  const { as, work } = await world()
  const { invited, token, manager, organisationId, invitationId, change } = await anInvitation()
  const again = () => as(manager).run(resendInvitation, { organisationId, invitationId })
  await expect(again()).rejects.toMatchObject({ code: 'organisations.resent-too-soon' })
  const before = (await received()).length
  await change({ last_asked_at: sql`now() - interval '11 minutes'`, expires_at: sql`now() - interval '1 day'` })
  await again()
  await work()
  expect(await received()).toHaveLength(before + 1)
  expect(await secretFor(invited.email)).not.toBe(token)
  expect(await as(invited).run(showInvitation, { token })).toMatchObject({ state: 'good' })
  await change({ last_asked_at: sql`now() - interval '11 minutes'`, sent_count: 5 })
  await expect(again()).rejects.toMatchObject({ code: 'organisations.resent-too-often' })
})

test('what ended thirty days ago goes, with the address; what waits stays', async () => {
  const { pools, db } = await world()
  const [old, waiting] = [await anInvitation(), await anInvitation()]
  await old.change({ expires_at: sql`now() - interval '31 days'` })
  await execute(pools.worker, pruneInvitations, {})
  const left = await db.selectFrom('organisations.invitation').select('id').where('id', 'in', [old.invitationId, waiting.invitationId])
    .execute()
  expect(left).toEqual([{ id: waiting.invitationId }])
})

interface Listed { notifications: { title: string, href: string | null }[] }

test('who invited learns who came, by the name that they have', async () => {
  const { as, work } = await world()
  const { manager, invited, token, organisationId } = await anInvitation()
  await as(invited).run(acceptInvitation, { token })
  await work()
  const listNotifications = notifications.operations['listNotifications']!
  expect((await as(manager).run(listNotifications, {}) as Listed).notifications).toMatchObject([{ title: expect.stringMatching(/ a accepté votre invitation à rejoindre /), href: urls.people(organisationId) }])
  expect((await as(invited).run(listNotifications, {}) as Listed).notifications).toEqual([])
})
