import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { notifications } from '#modules/notifications/module.ts'
import { makeMember } from '#modules/organisations/fixtures.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { addPeople } from './operations/add-people.ts'
import { blockPerson } from './operations/block-person.ts'
import { findPeopleToAdd } from './operations/find-people-to-add.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { renameGroup } from './operations/rename-group.ts'
import { searchMessages } from './operations/search-messages.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

const { listNotifications } = notifications.operations as { listNotifications: Operation }
type Someone = { id: string }
const shown = async (by: Someone, conversationId: string) => (await world()).as(by).run(showConversation, { conversationId })
const aGroup = async () => {
  const school = await aSchool()
  const { conversationId } = await (await world()).as(school.teacher)
    .run(startConversation, { to: [school.student.id, school.classmate.id], title: 'Exposé', body: 'Un secret du début' })
  return { ...school, conversationId: conversationId! }
}

test('whoever is added reads from their arrival on, and nothing of before; a line says who brought them, and they are told', async () => {
  const { as, work } = await world()
  const { teacher, student, elsewhere, manager, stranger, conversationId } = await aGroup()
  await work()
  expect(await as(teacher).run(addPeople, { conversationId, people: [elsewhere.id, student.id] })).toMatchObject({ count: 1 })
  await as(student).run(writeMessage, { conversationId, body: 'Bienvenue', answersId: (await shown(student,
    conversationId)).messages[0]!.id })
  await work()
  const seen = await shown(elsewhere, conversationId)
  expect(seen).toMatchObject({
    cameLater: true, unread: 1, messages: [{ body: 'Bienvenue', answers: null }],
    happenings: [{ kind: 'added', by: 'Théo Martin', isMe: true, afterSeq: 1 }],
  })
  expect((await as(elsewhere).run(searchMessages, { q: 'secret' })).messages).toEqual([])
  expect((await as(student).run(searchMessages, { q: 'secret' })).messages).toHaveLength(1)
  const { notifications: told } = await as(elsewhere).run(listNotifications, {})
  expect((told as { title: string }[]).map(({ title }) => title.replaceAll('\u00A0',
    ' '))).toContain('Théo Martin vous ajoute à une conversation : « Exposé »')
  for (const one of [manager, stranger]) {
    await expect(as(one).run(addPeople, { conversationId, people: [manager.id] })).rejects.toMatchObject({ status: 404 })
    await expect(as(one).run(findPeopleToAdd, { conversationId })).rejects.toMatchObject({ status: 404 })
  }
  await expect(as().run(addPeople, { conversationId, people: [manager.id] })).rejects.toMatchObject({ status: 401 })
})

test('nobody is added whom one may not reach, who blocks or is blocked by somebody there, nor who left; two are no group', async () => {
  const { as, db } = await world()
  const { teacher, student, classmate, elsewhere, manager, stranger, organisationId, conversationId } = await aGroup()
  const refused = (by: Someone, person: Someone, code: string) =>
    expect(as(by).run(addPeople, { conversationId, people: [person.id] })).rejects.toMatchObject({ code })
  await refused(student, elsewhere, 'messaging.not-reachable')
  await refused(teacher, stranger, 'messaging.not-reachable')
  await refused(teacher, { id: v7() }, 'messaging.not-reachable')
  await wrote(elsewhere, teacher)
  await wrote(manager, student)
  await as(student).run(blockPerson, { personId: manager.id })
  await refused(teacher, manager, 'messaging.not-reachable')
  await as(elsewhere).run(blockPerson, { personId: teacher.id })
  await refused(teacher, elsewhere, 'messaging.not-reachable')
  await as(classmate).run(leaveConversation, { conversationId })
  await refused(teacher, classmate, 'messaging.has-left')
  expect((await shown(student, conversationId)).happenings).toMatchObject([{ kind: 'left', by: 'Ilan Martin' }])
  const pair = await wrote(teacher, student)
  await expect(as(teacher).run(addPeople, { conversationId: pair, people: [elsewhere.id] }))
    .rejects.toMatchObject({ code: 'messaging.not-a-group' })
  const many = await Promise.all(Array.from({ length: 99 }, () => makeMember(db, organisationId, 'student')))
  await as(teacher).run(addPeople, { conversationId, people: many.slice(0, 49).map(({ id }) => id) })
  await expect(as(teacher).run(addPeople, { conversationId, people: many.slice(49).map(({ id }) => id) }))
    .rejects.toMatchObject({ code: 'messaging.group-full' })
})

test('a group is renamed by those who are in it, and those to add are found whatever their accents', async () => {
  const { as } = await world()
  const { teacher, student, elsewhere, manager, conversationId } = await aGroup()
  await as(student).run(renameGroup, { conversationId, title: 'Exposé sur la mer' })
  expect(await shown(teacher, conversationId)).toMatchObject({
    title: 'Exposé sur la mer', happenings: [{ kind: 'renamed', by: 'Éva Martin', title: 'Exposé sur la mer' }],
  })
  await expect(as(elsewhere).run(renameGroup, { conversationId, title: 'Autre' })).rejects.toMatchObject({ status: 404 })
  await expect(as(student).run(renameGroup, { conversationId, title: '  ' })).rejects.toMatchObject({ status: 422 })
  const pair = await wrote(manager, teacher)
  await expect(as(manager).run(renameGroup, { conversationId: pair, title: 'Nous' }))
    .rejects.toMatchObject({ code: 'messaging.not-a-group' })
  expect((await as(teacher).run(findPeopleToAdd, { conversationId, q: 'nour' })).people).toMatchObject([{ id: elsewhere.id }])
  expect((await as(teacher).run(findPeopleToAdd, { conversationId, q: 'eva' })).people).toEqual([])
})

test('whatever a query forgets, the database lets nobody come so as to read what was said before, nor come by themselves', async () => {
  const { pools } = await world()
  const { teacher, elsewhere, conversationId } = await aGroup()
  const seenBy = (person: Someone) => kyselyAs(pools.portal, { person: person.id, organisations: '{}', principals: '{}', entry: v7() })
  const come = (by: Someone, joined: number) => sql`insert into messaging.participant (conversation_id, person_id, joined_at, joined_seq)
    values (${conversationId}, ${elsewhere.id}, now(), ${joined})`.execute(seenBy(by))
  await expect(come(elsewhere, 1)).rejects.toThrow(/row-level security/)
  await come(teacher, 1)
  const all = sql`select from messaging.message where conversation_id = ${conversationId}`
  expect((await all.execute(seenBy(elsewhere))).rows).toEqual([])
  expect((await all.execute(seenBy(teacher))).rows).toHaveLength(1)
})
