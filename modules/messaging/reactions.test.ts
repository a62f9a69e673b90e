import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { blockPerson } from './operations/block-person.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { openChannel } from './operations/open-channel.ts'
import { reactToMessage } from './operations/react-to-message.ts'
import { showConversation } from './operations/show-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

type Someone = { id: string }
const last = async (by: Someone, conversationId: string) =>
  (await (await world()).as(by).run(showConversation, { conversationId })).messages.at(-1)!

test('a sign on a message is seen by the people of the conversation, with who put it; pressed again it goes', async () => {
  const { as, db, work } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const { id: messageId } = await last(student, conversationId)
  expect(await as(teacher).run(reactToMessage, { messageId, code: 'thanks' })).toEqual({ isThere: true })
  await as(student).run(reactToMessage, { messageId, code: 'thanks' })
  await as(student).run(reactToMessage, { messageId, code: 'agreed' })
  expect((await last(student, conversationId)).reactions).toEqual([
    { code: 'agreed', count: 1, isMine: true, names: [] }, { code: 'thanks', count: 2, isMine: true, names: ['Théo Martin'] },
  ])
  expect(await as(teacher).run(reactToMessage, { messageId, code: 'thanks' })).toEqual({ isThere: false })
  expect((await last(teacher, conversationId)).reactions).toMatchObject([{ code: 'agreed', isMine: false }, { code: 'thanks', count: 1 }])
  await expect(as(manager).run(reactToMessage, { messageId, code: 'agreed' })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(reactToMessage, { messageId, code: 'agreed' })).rejects.toMatchObject({ status: 401 })
  await expect(as(teacher).run(reactToMessage, { messageId, code: 'rage' as 'heart' })).rejects.toMatchObject({ status: 422 })
  // Open pages hear of it, notifications do not.
  await work()
  const { rows } = await sql<{ told: number; heard: number }>`select
    (select count(*)::int from notifications.notification where person_id = ${student.id}) as told,
    (select count(*)::int from live.entry where person_id = ${student.id} and topic = 'messaging.written') as heard`.execute(db)
  expect(rows).toEqual([{ told: 0, heard: 5 }])
})

test('no sign on what was taken away, nor where one may not write; on announcements yes', async () => {
  const { as, work } = await world()
  const { student, teacher, classId } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const { id: messageId } = await last(student, conversationId)
  await as(teacher).run(blockPerson, { personId: student.id })
  await expect(as(student).run(reactToMessage, { messageId, code: 'heart' })).rejects.toMatchObject({ code: 'messaging.not-reachable' })
  await expect(as(teacher).run(reactToMessage, { messageId, code: 'heart' })).rejects.toMatchObject({ code: 'messaging.blocked' })
  const channel = await as(teacher).run(openChannel, { groupId: classId, title: 'Annonces', isAnnouncements: true })
  await work()
  await as(teacher).run(writeMessage, { ...channel, body: 'Pas de cours lundi.' })
  const announced = await last(student, channel.conversationId)
  await as(student).run(reactToMessage, { messageId: announced.id, code: 'agreed' })
  expect((await last(teacher, channel.conversationId)).reactions).toMatchObject([{ code: 'agreed', names: ['Éva Martin'] }])
  await as(teacher).run(deleteMessage, { messageId: announced.id })
  await expect(as(student).run(reactToMessage, { messageId: announced.id, code: 'smile' }))
    .rejects.toMatchObject({ code: 'messaging.deleted' })
})

test('whatever a query forgets, signs are shown to those who read the message, and nobody puts one in another’s name', async () => {
  const { as, pools } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const { id: messageId } = await last(student, conversationId)
  await as(teacher).run(reactToMessage, { messageId, code: 'thanks' })
  const seenBy = (person: Someone) => kyselyAs(pools.portal, { person: person.id, organisations: '{}', principals: '{}', entry: v7() })
  const all = sql`select from messaging.reaction where message_id = ${messageId}`
  expect((await all.execute(seenBy(student))).rows).toHaveLength(1)
  expect((await all.execute(seenBy(manager))).rows).toEqual([])
  const forged = (by: Someone, whose: Someone) => sql`insert into messaging.reaction values (${messageId}, ${whose.id}, 'heart', now())`
    .execute(seenBy(by))
  await expect(forged(student, teacher)).rejects.toThrow(/row-level security/)
  await expect(forged(manager, manager)).rejects.toThrow(/row-level security/)
  expect((await sql`delete from messaging.reaction where message_id = ${messageId}`.execute(seenBy(student))).numAffectedRows).toBe(0n)
})
