import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { chooseReadReceipts } from './operations/choose-read-receipts.ts'
import { openChannel } from './operations/open-channel.ts'
import { openConversation } from './operations/open-conversation.ts'
import { showConversation } from './operations/show-conversation.ts'
import { showReadReceipts } from './operations/show-read-receipts.ts'
import { startConversation } from './operations/start-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

type Someone = { id: string }
const readBy = async (someone: Someone, conversationId: string) =>
  (await (await world()).as(someone).run(showConversation, { conversationId })).messages.map((one) => one.readBy)

test('under the last message that they have read it says who; whoever refuses shows nothing and sees nothing', async () => {
  const { as } = await world()
  const { teacher, student, classmate } = await aSchool()
  const { conversationId: id } = await as(teacher).run(startConversation, { to: [student.id, classmate.id], title: 'Exposé', body: 'un' })
  const conversationId = id!
  await as(student).run(openConversation, { conversationId })
  await as(teacher).run(writeMessage, { conversationId, body: 'deux' })
  await as(classmate).run(openConversation, { conversationId })
  expect(await readBy(teacher, conversationId))
    .toEqual([{ names: ['Éva Martin'], count: 1 }, { names: ['Ilan Martin'], count: 1 }])
  expect(await as(classmate).run(showReadReceipts, {})).toEqual({ shown: true })
  await as(classmate).run(chooseReadReceipts, { shown: false })
  await as(classmate).run(chooseReadReceipts, { shown: false })
  expect(await as(classmate).run(showReadReceipts, {})).toEqual({ shown: false })
  expect(await readBy(teacher, conversationId)).toEqual([{ names: ['Éva Martin'], count: 1 }, null])
  expect(await readBy(classmate, conversationId)).toEqual([null, null])
  await as(classmate).run(chooseReadReceipts, { shown: true })
  expect((await readBy(teacher, conversationId))[1]).toEqual({ names: ['Ilan Martin'], count: 1 })
  for (const one of [() => as().run(chooseReadReceipts, { shown: false }), () => as().run(showReadReceipts, {})]) {
    await expect(one()).rejects.toMatchObject({ status: 401 })
  }
})

test('in a channel only how many; of announcements to those alone who work with the group', async () => {
  const { as, work } = await world()
  const { teacher, student, classmate, classId } = await aSchool()
  const input = { groupId: classId, title: 'Vie de la classe' }
  for (const isAnnouncements of [false, true]) {
    const { conversationId } = await as(teacher).run(openChannel, { ...input, title: `Canal ${isAnnouncements}`, isAnnouncements })
    await work()
    await as(teacher).run(writeMessage, { conversationId, body: 'Bonjour' })
    await as(student).run(openConversation, { conversationId })
    expect(await readBy(teacher, conversationId)).toEqual([{ names: [], count: 1 }])
    expect(await readBy(classmate, conversationId)).toEqual([isAnnouncements ? null : { names: [], count: 1 }])
  }
})

test('whatever a query forgets, what was read is told to the people of the conversation alone, and what one chose to nobody', async () => {
  const { as, pools } = await world()
  const { teacher, student, manager } = await aSchool()
  const conversationId = await wrote(teacher, student)
  await as(student).run(openConversation, { conversationId })
  const seenBy = (person: Someone) => kyselyAs(pools.portal, { person: person.id, organisations: '{}', principals: '{}', entry: v7() })
  const readers = sql`select from messaging.readers(${conversationId})`
  expect((await readers.execute(seenBy(teacher))).rows).toHaveLength(1)
  expect((await readers.execute(seenBy(manager))).rows).toEqual([])
  await as(student).run(chooseReadReceipts, { shown: false })
  const choices = sql`select from messaging.preference where person_id = ${student.id}`
  expect([(await choices.execute(seenBy(student))).rows.length, (await choices.execute(seenBy(teacher))).rows.length]).toEqual([1, 0])
})
