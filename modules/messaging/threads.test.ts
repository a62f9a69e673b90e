import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Operation } from '#kernel/operation/operation.ts'
import { notifications } from '#modules/notifications/module.ts'
import { aSchool, world } from './fixtures.ts'
import { openConversation } from './operations/open-conversation.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

const { muteSubject } = notifications.operations as { muteSubject: Operation }
type Someone = { id: string }

test('a thread is a message and all the answers to it, and to those; muted, one hears of the rest of the conversation only', async () => {
  const { as, db, work } = await world()
  const { teacher, student, classmate } = await aSchool()
  const { conversationId: id } = await as(teacher).run(startConversation, { to: [student.id, classmate.id], title: 'Exposé',
    body: 'Quand ?' })
  const conversationId = id!
  const write = async (by: Someone, body: string, answersId?: string) =>
    (await as(by).run(writeMessage, { conversationId, body, answersId })).messageId!
  const [root] = (await as(teacher).run(showConversation, { conversationId })).messages
  const first = await write(student, 'Jeudi', root!.id)
  await write(classmate, 'Autre chose')
  await write(teacher, 'Jeudi convient', first)
  const { messages } = await as(student).run(showConversation, { conversationId })
  expect(messages.map(({ thread }) => thread?.count)).toEqual([2, 2, undefined, 2])
  expect(await as(student).run(showConversation, { conversationId, thread: root!.id })).toMatchObject({
    isThread: true, messages: [{ body: 'Quand ?' }, { body: 'Jeudi' }, { body: 'Jeudi convient' }],
  })
  await work()
  await as(classmate).run(openConversation, { conversationId })
  await expect(as((await aSchool()).manager).run(muteSubject, { subject: `messaging.thread:${root!.id}` }))
    .rejects.toMatchObject({ status: 404 })
  await as(classmate).run(muteSubject, { subject: `messaging.thread:${root!.id}` })
  const unread = async () => (await sql<{ n: number }>`select coalesce(sum(count), 0)::int as n from notifications.notification
    where person_id = ${classmate.id} and read_at is null`.execute(db)).rows[0]!.n
  const before = await unread()
  await write(student, 'À dix heures', first)
  await work()
  expect(await unread()).toBe(before)
  await write(student, 'Hors du fil')
  await work()
  expect(await unread()).toBe(before + 1)
})
