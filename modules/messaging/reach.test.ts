import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { blockPerson } from './operations/block-person.ts'
import { findRecipients } from './operations/find-recipients.ts'
import { listBlockedPeople } from './operations/list-blocked-people.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { unblockPerson } from './operations/unblock-person.ts'
import { writeMessage } from './operations/write-message.ts'

type Someone = { id: string }

test('who may write first: those who work there and all its people, those of one group; others are as if they did not exist', async () => {
  const { as } = await world()
  const school = await aSchool()
  const reach = async (from: Someone) => (await as(from).run(findRecipients, {})).people.map(({ id }) => id).toSorted()
  const ids = (...people: Someone[]) => people.map(({ id }) => id).toSorted()
  const { manager, teacher, student, classmate, elsewhere, stranger } = school
  expect(await reach(student)).toEqual(ids(manager, teacher, classmate))
  expect(await reach(elsewhere)).toEqual(ids(manager, teacher))
  expect(await reach(teacher)).toEqual(ids(manager, student, classmate, elsewhere))
  expect(await reach(stranger)).toEqual([])
  const write = (from: Someone, to: string) => as(from).run(startConversation, { to: [to], body: 'Bonjour' })
  for (const to of [elsewhere.id, stranger.id, v7()]) {
    await expect(write(student, to)).rejects.toMatchObject({ code: 'messaging.not-reachable' })
  }
  await expect(write(student, student.id)).rejects.toMatchObject({ code: 'messaging.oneself' })
  await expect(as().run(startConversation, { to: [teacher.id], body: 'Bonjour' })).rejects.toMatchObject({ status: 401 })
  await expect(as(student).run(startConversation, { to: [teacher.id], body: '  ' })).rejects.toMatchObject({ status: 422 })
  expect(await write(student, teacher.id)).toMatchObject({ count: 1 })
})

test('who was blocked writes no more and is not told by whom; it can be taken back, and binds nobody else', async () => {
  const { as } = await world()
  const { student, classmate, teacher, stranger } = await aSchool()
  const conversationId = await wrote(classmate, student, 'Réponds !')
  await expect(as(student).run(blockPerson, { personId: stranger.id })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(blockPerson, { personId: classmate.id })).rejects.toMatchObject({ status: 401 })
  await as(student).run(blockPerson, { personId: classmate.id })
  await as(student).run(blockPerson, { personId: classmate.id })
  const refused = { code: 'messaging.not-reachable' }
  await expect(as(classmate).run(writeMessage, { conversationId, body: 'Alors ?' })).rejects.toMatchObject(refused)
  await expect(wrote(classmate, student)).rejects.toMatchObject(refused)
  await expect(as(classmate).run(startConversation, { to: [student.id, teacher.id], body: 'Tous' })).rejects.toMatchObject(refused)
  expect((await as(classmate).run(showConversation, { conversationId })).closed).toBe('messaging.not-reachable')
  await expect(as(student).run(writeMessage, { conversationId, body: 'Non' })).rejects.toMatchObject({ code: 'messaging.blocked' })
  expect((await as(student).run(listBlockedPeople, {})).people).toMatchObject([{ id: classmate.id, name: 'Ilan Martin' }])
  expect((await as(classmate).run(listBlockedPeople, {})).people).toEqual([])
  await expect(as(teacher).run(unblockPerson, { personId: classmate.id })).rejects.toMatchObject({ status: 404 })
  await as(student).run(unblockPerson, { personId: classmate.id })
  await as(classmate).run(writeMessage, { conversationId, body: 'Merci' })
})

test('who was written to may answer after both have left the place they shared; the first one writes no more unless answered', async () => {
  const { as, db } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student, 'Bonne suite')
  await db.updateTable('organisations.membership').set({ ended_at: new Date().toISOString() }).where('person_id', '=', student.id).execute()
  await expect(as(teacher).run(writeMessage, { conversationId, body: 'Êtes-vous là ?' }))
    .rejects.toMatchObject({ code: 'messaging.not-reachable' })
  await as(student).run(writeMessage, { conversationId, body: 'Merci' })
  await as(teacher).run(writeMessage, { conversationId, body: 'Donnez des nouvelles' })
  await expect(wrote(student, teacher)).rejects.toMatchObject({ code: 'messaging.not-reachable' })
})
