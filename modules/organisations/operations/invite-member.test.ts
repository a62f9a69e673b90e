import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aSchool, world } from '../fixtures.ts'
import { inviteMember } from './invite-member.ts'
import { listInvitations } from './list-invitations.ts'
import { resendInvitation } from './resend-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'

const addressOf = () => `${v7()}@example.org`

test('one address is invited once to a role; again when nobody answered in time', async () => {
  const { as, db } = await world()
  const { manager, organisationId } = await aSchool()
  const input = { organisationId, email: addressOf(), role: 'member' as const }
  await as(manager).run(inviteMember, input)
  await expect(as(manager).run(inviteMember, { ...input,
    email: input.email.toUpperCase() })).rejects.toMatchObject({ code: 'organisations.already-invited' })
  await as(manager).run(inviteMember, { ...input, role: 'teacher' })
  await db.updateTable('organisations.invitation').set({ expires_at: sql`now() - interval '1 second'` }).where('email', '=', input.email).execute()
  await as(manager).run(inviteMember, input)
  await expect(as(manager).run(inviteMember, { ...input, validTo: '2020-01-01' })).rejects.toMatchObject({ code: 'organisations.day-past' })
  await expect(as(manager).run(inviteMember, { ...input,
    role: 'programme-manager' })).rejects.toMatchObject({ code: 'organisations.role-misplaced' })
  await expect(as(manager).run(inviteMember, { ...input, email: 'nobody' })).rejects.toMatchObject({ status: 422 })
})

test('who invites, to what, and who sees invitations', async () => {
  const { as } = await world()
  const school = await aSchool()
  const { organisationId, classId, otherId, manager, administrator, programmeManager, teacher, student, stranger } = school
  const ask = (who: { id: string } | undefined, role: 'teacher' | 'structure-manager' | 'programme-manager', groupId: string | null) =>
    as(who).run(inviteMember, { organisationId, email: addressOf(), role, groupId })
  // One above the other: nobody gives more than they hold.
  await expect(ask(administrator, 'structure-manager', null)).rejects.toMatchObject({ status: 403 })
  await expect(ask(programmeManager, 'teacher', null)).rejects.toMatchObject({ status: 403 })
  await expect(ask(programmeManager, 'teacher', otherId)).rejects.toMatchObject({ status: 403 })
  await expect(ask(teacher, 'teacher', classId)).rejects.toMatchObject({ status: 403 })
  await expect(ask(student, 'teacher', null)).rejects.toMatchObject({ status: 403 })
  await expect(ask(stranger, 'teacher', null)).rejects.toMatchObject({ status: 404 })
  await expect(ask(undefined, 'teacher', null)).rejects.toMatchObject({ status: 404 })
  // A group of another organisation is none of this one's.
  await expect(ask(manager, 'teacher', (await aSchool()).classId)).rejects.toMatchObject({ status: 404 })
  const { invitationId: high } = await ask(manager, 'structure-manager', null)
  const { invitationId: low } = await ask(programmeManager, 'teacher', classId)

  const seen = async (who: { id: string }) => (await as(who).run(listInvitations,
    { organisationId })).invitations.map(({ id, mayChange }) => [id, mayChange])
  expect(await seen(manager)).toEqual([[low, true], [high, true]])
  expect(await seen(administrator)).toEqual([[low, true], [high, false]])
  expect(await seen(programmeManager)).toEqual([[low, true]])
  await expect(seen(teacher)).rejects.toMatchObject({ status: 403 })
  await expect(seen(stranger)).rejects.toMatchObject({ status: 404 })
  for (const operation of [revokeInvitation, resendInvitation]) {
    await expect(as(administrator).run(operation, { organisationId, invitationId: high })).rejects.toMatchObject({ status: 403 })
    for (const who of [programmeManager, teacher, stranger]) {
      await expect(as(who).run(operation, { organisationId, invitationId: high })).rejects.toMatchObject({ status: 404 })
    }
  }
  await as(administrator).run(revokeInvitation, { organisationId, invitationId: low })
})

test('an expired right invites no more', async () => {
  const { as, db } = await world()
  const { organisationId, manager } = await aSchool()
  await db.updateTable('organisations.membership').set({ valid_from: '2020-01-01', valid_to: '2020-12-31' })
    .where('id', '=', manager.membershipId).execute()
  await expect(as(manager).run(inviteMember, { organisationId, email: addressOf(), role: 'member' })).rejects.toMatchObject({ status: 404 })
})
