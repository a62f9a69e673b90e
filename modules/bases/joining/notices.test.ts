import { expect, test } from 'vitest'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aBase, aPerson, world } from '../fixtures.ts'
import { acceptInvitation } from '../operations/accept-invitation.ts'
import { acceptJoinRequest } from '../operations/accept-join-request.ts'
import { askToJoinBase } from '../operations/ask-to-join-base.ts'
import { changeMemberRole } from '../operations/change-member-role.ts'
import { inviteToBase } from '../operations/invite-to-base.ts'
import { leaveBase } from '../operations/leave-base.ts'
import { removeBaseMember } from '../operations/remove-base-member.ts'

aMailbox()

const told = async (personId: string) => {
  const { work, db } = await world()
  await work()
  const rows = await db.selectFrom('notifications.notification').select(['kind']).where('person_id', '=', personId).orderBy('id').execute()
  return rows.map((row) => String(row['kind']))
}

test('each is told what concerns them: an invitation, its answer, a request, its answer, a role, a removal', async () => {
  const { as } = await world()
  const [guest, asker] = [await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase()
  const { run } = as(administrator)
  const invited = await run(inviteToBase, { baseId, personId: guest.id, role: 'contributor' })
  expect(await told(guest.id)).toEqual(['bases.invited'])
  await as(guest).run(acceptInvitation, invited)
  expect(await told(administrator.id)).toEqual(['bases.invitation-answered'])
  const { requestId } = await as(asker).run(askToJoinBase, { baseId, message: 'Bonjour' })
  expect(await told(administrator.id)).toEqual(['bases.invitation-answered', 'bases.join-asked'])
  await run(acceptJoinRequest, { requestId })
  expect(await told(asker.id)).toEqual(['bases.join-decided'])
  await run(changeMemberRole, { baseId, personId: asker.id, role: 'administrator' })
  expect(await told(asker.id)).toEqual(['bases.join-decided', 'bases.role-changed'])
  await run(removeBaseMember, { baseId, personId: asker.id })
  expect(await told(asker.id)).toEqual(['bases.join-decided', 'bases.role-changed', 'bases.member-removed'])
  // Who leaves knows it.
  await as(guest).run(leaveBase, { baseId })
  expect(await told(guest.id)).toEqual(['bases.invited'])
})
