import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { memberAdded, memberLeft, memberRoleChanged } from '../events.ts'
import { aBase, aPerson, joins, world } from '../fixtures.ts'
import { changeMemberRole } from './change-member-role.ts'
import { leaveBase } from './leave-base.ts'
import { removeBaseMember } from './remove-base-member.ts'
import { showBase } from './show-base.ts'

test('administrators hold the members; nobody gives a role above their own', async () => {
  const { as, facts } = await world()
  const [contributor, newcomer, stranger] = [await aPerson(), await aPerson(), await aPerson()]
  const { baseId, slug, administrator } = await aBase({ isPublic: false, contributors: [contributor] })
  expect(await facts(memberAdded)).toContainEqual({ baseId, personId: contributor.id })
  for (const role of ['administrator', 'contributor'] as const) {
    await expect(as(contributor).run(changeMemberRole, { baseId, personId: contributor.id, role })).rejects.toMatchObject({ status: 403 })
    await expect(as(stranger).run(changeMemberRole, { baseId, personId: stranger.id, role })).rejects.toMatchObject({ status: 404 })
  }
  await expect(as(contributor).run(removeBaseMember, { baseId, personId: administrator.id })).rejects.toMatchObject({ status: 403 })
  const { run } = as(administrator)
  await expect(run(changeMemberRole, { baseId, personId: stranger.id, role: 'contributor' })).rejects.toMatchObject({ code: 'bases.no-member' })
  await run(changeMemberRole, { baseId, personId: contributor.id, role: 'administrator' })
  expect(await facts(memberRoleChanged)).toContainEqual({ baseId, personId: contributor.id })
  await joins(newcomer, baseId, contributor, 'administrator')
  expect(await as(newcomer).run(showBase, { slug })).toMatchObject({ role: 'administrator', membersCount: 3 })
})

test('the last administrator neither leaves nor steps down, even when two do so at once', async () => {
  const { as, facts } = await world()
  const [second, contributor] = [await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ contributors: [second, contributor] })
  const last = { code: 'bases.last-administrator', status: 409 }
  const { run } = as(administrator)
  await expect(run(leaveBase, { baseId })).rejects.toMatchObject(last)
  await expect(run(changeMemberRole, { baseId, personId: administrator.id, role: 'contributor' })).rejects.toMatchObject(last)
  await expect(run(removeBaseMember, { baseId, personId: administrator.id })).rejects.toMatchObject(last)
  await run(changeMemberRole, { baseId, personId: second.id, role: 'administrator' })
  const both = await Promise.allSettled([run(leaveBase, { baseId }), as(second).run(leaveBase, { baseId })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await as(contributor).run(leaveBase, { baseId })
  expect(await facts(memberLeft)).toContainEqual({ baseId, personId: contributor.id, bySelf: true })
  await expect(as(contributor).run(leaveBase, { baseId })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(leaveBase, { baseId })).rejects.toMatchObject({ status: 401 })
})

test('readers are told of members whose profile is public; members of all', async () => {
  const { as } = await world()
  const [shown, hidden] = [await aPerson({ firstName: 'Zoé', isPublic: true }), await aPerson({ isPublic: false })]
  const { slug } = await aBase({ contributors: [shown, hidden], administrator: await aPerson({ isPublic: false }) })
  expect(await as().run(showBase, { slug }))
    .toMatchObject({ members: [{ name: 'Zoé Martin', role: 'contributor' }], membersCount: 3, role: null, source: null })
  expect(await as(hidden).run(showBase, { slug })).toMatchObject({ members: { length: 3 }, role: 'contributor', source: '' })
})

test('those who write together see the names of all, and only the portraits that are shown to all or their own', async () => {
  const { as } = await world()
  const [discreet, shown] = [await aPerson({ portraitFileId: v7() }), await aPerson({ portraitFileId: v7(), isPublic: true })]
  const { slug, administrator } = await aBase({ contributors: [discreet, shown] })
  const portraits = async (someone: { id: string }) => {
    const seen = await as(someone).run(showBase, { slug })
    if (!('members' in seen)) throw new Error('The base has moved')
    return seen.members.filter(({ portraitFileId }) => portraitFileId !== null).map(({ id }) => id).toSorted()
  }
  expect(await portraits(administrator)).toEqual([shown.id])
  expect(await portraits(discreet)).toEqual([discreet.id, shown.id].toSorted())
})
