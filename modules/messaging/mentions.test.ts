import { expect, test } from 'vitest'
import type { Operation } from '#kernel/operation/operation.ts'
import { notifications } from '#modules/notifications/module.ts'
import { makeMember } from '#modules/organisations/fixtures.ts'
import { aSchool, world } from './fixtures.ts'
import { mentionsIn } from './mentions.ts'
import { blockPerson } from './operations/block-person.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { editMessage } from './operations/edit-message.ts'
import { openConversation } from './operations/open-conversation.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

const { listNotifications, muteSubject } = notifications.operations as { listNotifications: Operation; muteSubject: Operation }
type Someone = { id: string }
const told = async (someone: Someone) =>
  ((await (await world()).as(someone).run(listNotifications, {})).notifications as { title: string; isUnread: boolean }[])
    .filter(({ isUnread }) => isUnread).map(({ title }) => title.replaceAll('\u00A0', ' '))

test('a whole name behind an @ names somebody, whatever its accents; part of a word, of a name, or two people of one name does not', () => {
  const [eva, evaMartine, ilan, other] = [
    { id: 'a', name: 'Éva Martin' }, { id: 'b', name: 'Éva Martin-Lê' }, { id: 'c', name: 'Ilan Roy' }, { id: 'd', name: 'Ilan Roy' },
  ]
  const at = (text: string, chosen: string[] = []) =>
    mentionsIn(text, [eva, evaMartine, ilan, other], chosen).map(({ personId, starts, length }) => [personId, text.slice(starts,
      starts + length)])
  expect(at('Merci @eva martin, à demain')).toEqual([['a', '@eva martin']])
  expect(at('@Éva Martin-Lê et @Éva Martin.')).toEqual([['b', '@Éva Martin-Lê'], ['a', '@Éva Martin']])
  expect(at('eva@éva martin @Éva @Éva Martinet')).toEqual([])
  expect(at('@Ilan Roy ?')).toEqual([])
  expect(at('@Ilan Roy ?', ['d', 'a'])).toEqual([['d', '@Ilan Roy']])
  expect(at('@Éva Martin '.repeat(30))).toHaveLength(20)
})

test('whoever is named is told, once, though they muted the conversation; the others are told of a message', async () => {
  const { as, work } = await world()
  const { student, teacher, classmate } = await aSchool()
  const { conversationId } = await as(teacher).run(startConversation, { to: [student.id, classmate.id], title: 'Exposé', body: 'Bonjour' })
  await work()
  for (const one of [student, classmate]) {
    await as(one).run(openConversation, { conversationId: conversationId! })
    await as(one).run(muteSubject, { subject: `messaging.conversation:${conversationId}` })
  }
  const { messageId } = await as(teacher).run(writeMessage, { conversationId: conversationId!, body: 'Peux-tu commencer, @Éva Martin ?' })
  await work()
  expect(await told(student)).toEqual(['Théo Martin vous mentionne dans « Exposé »'])
  expect(await told(classmate)).toEqual([])
  const { messages } = await as(student).run(showConversation, { conversationId: conversationId! })
  expect(messages.at(-1)!.mentions).toEqual([{ starts: 19, length: 11, isMe: true }])
  // Reading the conversation reads that too; mended, whoever is named now is told.
  await as(student).run(openConversation, { conversationId: conversationId! })
  expect(await told(student)).toEqual([])
  await as(teacher).run(editMessage, { messageId: messageId!, body: 'Peux-tu commencer, @Ilan Martin ?' })
  await work()
  expect([await told(student), await told(classmate)]).toEqual([[], ['Théo Martin vous mentionne dans « Exposé »']])
  await as(teacher).run(deleteMessage, { messageId: messageId! })
  expect((await as(student).run(showConversation, { conversationId: conversationId! })).messages.at(-1)!.mentions).toEqual([])
})

test('nobody is named who is not there, nor told by somebody whom they block; of two of one name, the one who was picked', async () => {
  const { as, db, work } = await world()
  const { student, teacher, classmate, elsewhere, organisationId, classId } = await aSchool()
  const twin = await makeMember(db, organisationId, 'student', { groupId: classId, firstName: 'Éva' })
  const { conversationId: id } = await as(teacher).run(startConversation, { to: [student.id, classmate.id, twin.id], title: 'À trois',
    body: 'Oui' })
  const conversationId = id!
  await as(classmate).run(blockPerson, { personId: teacher.id })
  await work()
  for (const one of [student, classmate, twin]) await as(one).run(openConversation, { conversationId })
  const body = '@Nour Martin, @Ilan Martin, @Éva Martin'
  await as(teacher).run(writeMessage, { conversationId, body, mentions: [twin.id, elsewhere.id] })
  await work()
  expect(await told(twin)).toEqual(['Théo Martin vous mentionne dans « À trois »'])
  expect(await told(student)).toEqual(['Théo Martin a écrit dans « À trois »'])
  expect([await told(elsewhere), await told(classmate)]).toEqual([[], []])
})
