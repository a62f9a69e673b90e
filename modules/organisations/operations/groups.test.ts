import { expect, test } from 'vitest'
import { groupClosed, groupCreated } from '../events.ts'
import { aGroup, aPerson, aSchool, world } from '../fixtures.ts'
import { findOrCreateGroup } from '../groups.ts'
import { closeGroup } from './close-group.ts'
import { createGroup } from './create-group.ts'
import { editGroup } from './edit-group.ts'
import { listGroups } from './list-groups.ts'
import { reopenGroup } from './reopen-group.ts'

test('groups are opened anywhere by who manages all, within their programme by who manages that', async () => {
  const { as, facts, actorOf } = await world()
  const { organisationId, programmeId, otherId, manager, administrator, programmeManager, teacher, stranger } = await aSchool()
  const open = (who: { id: string } | undefined, parentId: string | null, code = '') =>
    as(who).run(createGroup, { organisationId, kind: 'class', name: 'Une classe', code, parentId })
  await open(manager, null, 'C1')
  await expect(open(manager, null, 'C1')).rejects.toMatchObject({ code: 'organisations.code-taken' })
  await open(administrator, otherId)
  const { groupId } = await open(programmeManager, programmeId)
  expect(await facts(groupCreated)).toContainEqual({ organisationId, groupId })
  expect((await actorOf(programmeManager)).grants).toContainEqual({ scope: 'group', id: groupId, role: 'programme-manager' })
  for (const parentId of [null, otherId]) await expect(open(programmeManager, parentId)).rejects.toMatchObject({ status: 403 })
  await expect(open(teacher, programmeId)).rejects.toMatchObject({ status: 403 })
  await expect(open(manager, (await aSchool()).classId)).rejects.toMatchObject({ status: 404 })
  for (const who of [stranger, undefined]) await expect(open(who, null)).rejects.toMatchObject({ status: 404 })
  let parent = groupId
  for (let level = 3; level <= 6; level++) parent = (await open(manager, parent)).groupId
  await expect(open(manager, parent)).rejects.toMatchObject({ code: 'organisations.groups-too-deep' })
})

test('those in charge see their groups, with how many people', async () => {
  const { as } = await world()
  const { organisationId, programmeId, classId, manager, programmeManager, teacher, stranger } = await aSchool()
  const { output, can } = await as(manager).answer(listGroups, { organisationId })
  expect(output.groups.map(({ name, people, mayClose }) => [name, people, mayClose]))
    .toEqual([['L1 A', 2, true], ['Licence', 1, true], ['Master', 0, true]])
  expect(can).toEqual({ createGroup: true, editGroup: true, closeGroup: true, reopenGroup: true })
  const theirs = await as(programmeManager).run(listGroups, { organisationId })
  expect(theirs).toMatchObject({ grantsWhole: false, groups: [{ id: classId, mayClose: true }, { id: programmeId, mayClose: false }] })
  await expect(as(teacher).run(listGroups, { organisationId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(listGroups, { organisationId })).rejects.toMatchObject({ status: 404 })
})

test('a group is renamed, closed and opened again, with what it gave', async () => {
  const { as, actorOf, facts } = await world()
  const { organisationId, programmeId, classId, otherId, manager, programmeManager, teacher, student, stranger } = await aSchool()
  const edit = (who: { id: string } | undefined, groupId: string, version = 1, code = '') =>
    as(who).run(editGroup, { organisationId, groupId, name: 'L1 B', code }, { version })
  expect(await edit(programmeManager, classId, 1, 'L1B')).toEqual({ version: 2 })
  await expect(edit(manager, classId)).rejects.toMatchObject({ code: 'stale' })
  await expect(edit(manager, otherId, 1, 'L1B')).rejects.toMatchObject({ code: 'organisations.code-taken' })
  const close = (who: { id: string } | undefined, groupId: string) => as(who).run(closeGroup, { organisationId, groupId })
  const reopen = (who: { id: string } | undefined, groupId: string) => as(who).run(reopenGroup, { organisationId, groupId })
  await expect(close(manager, programmeId)).rejects.toMatchObject({ code: 'organisations.group-holds-groups' })
  await close(programmeManager, classId)
  expect(await facts(groupClosed)).toContainEqual({ organisationId, groupId: classId })
  expect((await actorOf(student)).grants).toEqual([])
  await expect(close(programmeManager, classId)).rejects.toMatchObject({ code: 'organisations.group-closed' })
  await reopen(programmeManager, classId)
  expect((await actorOf(student)).grants).not.toEqual([])
  await expect(reopen(manager, classId)).rejects.toMatchObject({ code: 'organisations.group-open' })
  // Who manages a programme would lose it by closing it.
  await expect(close(programmeManager, programmeId)).rejects.toMatchObject({ status: 403 })
  await expect(reopen(programmeManager, programmeId)).rejects.toMatchObject({ status: 403 })
  for (const operation of [edit, close, reopen]) {
    await expect(operation(programmeManager, otherId)).rejects.toMatchObject({ status: 404 })
    for (const who of [teacher, student, stranger, undefined]) await expect(operation(who, classId)).rejects.toMatchObject({ status: 404 })
    await expect(operation(manager, (await aSchool()).classId)).rejects.toMatchObject({ status: 404 })
  }
})

test('imports find a group by its code or its name, open it again, and make it once', async () => {
  const { engine, db } = await world()
  const { organisationId, programmeId } = await aSchool()
  const actor = { id: (await aPerson()).id, grants: [], timeZone: 'Europe/Paris' }
  const context = { ...engine.context({ actor, origin: { request: 'test' } }), db, record: async () => undefined }
  const given = { organisationId, kind: 'class' as const, name: 'L2', parentId: programmeId }
  const made = await findOrCreateGroup(context, { ...given, code: 'L2-2026' })
  expect(made.isNew).toBe(true)
  expect(await findOrCreateGroup(context, { ...given, name: 'Autre nom', code: 'L2-2026' }))
    .toEqual({ groupId: made.groupId, isNew: false })
  expect(await findOrCreateGroup(context, given)).toEqual({ groupId: made.groupId, isNew: false })
  expect(await findOrCreateGroup(context, { ...given, parentId: null })).toMatchObject({ isNew: true })
  await db.updateTable('organisations.group').set({ closed_at: new Date().toISOString() }).where('id', '=', made.groupId).execute()
  expect(await findOrCreateGroup(context, { ...given, code: 'L2-2026' })).toEqual({ groupId: made.groupId, isNew: false })
  const { closed_at } = await db.selectFrom('organisations.group').select('closed_at').where('id', '=', made.groupId)
    .executeTakeFirstOrThrow()
  expect(closed_at).toBeNull()
  expect(await aGroup(organisationId)).toBeTruthy()
})
