import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { moderatorIn } from '#modules/moderation/fixtures.ts'
import { moderation } from '#modules/moderation/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { messageChanged } from './events.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { pruneConversations } from './jobs.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { editMessage } from './operations/edit-message.ts'
import { showConversation } from './operations/show-conversation.ts'
import { topics } from './topics.ts'
import { startConversation } from './operations/start-conversation.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

const { foreseeReport, reportContent, listReported, showReported, decideOnReported } = moderation.operations as Record<
  'foreseeReport' | 'reportContent' | 'listReported' | 'showReported' | 'decideOnReported', Operation>
const { listNotifications, muteSubject } = notifications.operations as { listNotifications: Operation; muteSubject: Operation }
type Someone = { id: string }
const said = async (from: Someone, to: Someone, body = 'Bonjour') => {
  const conversationId = await wrote(from, to, body)
  const { messages } = await (await world()).as(from).run(showConversation, { conversationId })
  return { conversationId, messageId: messages.at(-1)!.id }
}

test('its author mends a message within a quarter of an hour; others may not, and who does not read it does not find it', async () => {
  const { as, db } = await world()
  const { student, teacher, manager } = await aSchool()
  const { conversationId, messageId } = await said(student, teacher, 'Bonjuor')
  await as(student).run(editMessage, { messageId, body: 'Bonjour' })
  expect((await as(teacher).run(showConversation, { conversationId })).messages)
    .toMatchObject([{ body: 'Bonjour', isEdited: true, mayEdit: false }])
  for (const one of [{ run: editMessage, input: { messageId, body: 'Autre' } }, { run: deleteMessage, input: { messageId } }] as const) {
    await expect(as(teacher).run(one.run, one.input as never)).rejects.toMatchObject({ status: 403 })
    await expect(as(manager).run(one.run, one.input as never)).rejects.toMatchObject({ status: 404 })
    await expect(as().run(one.run, one.input as never)).rejects.toMatchObject({ status: 401 })
  }
  await db.updateTable('messaging.message').set({ at: sql`at - interval '16 minutes'` }).where('id', '=', messageId).execute()
  await expect(as(student).run(editMessage, { messageId, body: 'Trop tard' })).rejects.toMatchObject({ code: 'messaging.too-late' })
})

test('a message answers another one that its author reads, there; nothing else, and its quotation goes with it', async () => {
  const { as } = await world()
  const { student, teacher, classmate } = await aSchool()
  const { conversationId, messageId } = await said(student, teacher, 'À quelle heure ?')
  const elsewhere = await said(classmate, teacher, 'Autre question')
  await as(teacher).run(writeMessage, { conversationId, body: 'À dix heures', answersId: messageId })
  const shown = async () => (await as(student).run(showConversation, { conversationId })).messages.at(-1)
  expect(await shown()).toMatchObject({ body: 'À dix heures', answers: { id: messageId, by: 'Éva Martin', excerpt: 'À quelle heure ?' } })
  for (const answersId of [elsewhere.messageId, conversationId]) {
    await expect(as(teacher).run(writeMessage, { conversationId, body: 'Non', answersId }))
      .rejects.toMatchObject({ code: 'messaging.not-there' })
  }
  await as(student).run(deleteMessage, { messageId })
  expect((await shown())?.answers).toMatchObject({ excerpt: '' })
})

test('its author takes it away at any time: its words go, a trace stays', async () => {
  const { as, db } = await world()
  const { student, teacher } = await aSchool()
  const { conversationId, messageId } = await said(student, teacher, 'À ne pas garder')
  await as(student).run(deleteMessage, { messageId })
  expect((await as(teacher).run(showConversation, { conversationId })).messages).toMatchObject([{ body: '', isDeleted: true }])
  await expect(as(student).run(deleteMessage, { messageId })).rejects.toMatchObject({ code: 'messaging.deleted' })
  await expect(as(student).run(editMessage, { messageId, body: 'Retour' })).rejects.toMatchObject({ code: 'messaging.deleted' })
  const { rows } = await sql<{ text: string }>`select (audit.change.*)::text as text from audit.change
    where table_name = 'messaging.message'`.execute(db)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ text }) => text.includes('À ne pas garder'))).toEqual([])
})

test('those to whom one writes are told, grouped, with nothing of what was written; who muted it is not; streams carry ids', async () => {
  const { as, work, db } = await world()
  const { student, teacher } = await aSchool()
  const { conversationId } = await said(student, teacher, 'Phrase confidentielle')
  await work()
  const told = async (someone: Someone) => (await as(someone).run(listNotifications, {})).notifications
  expect(await told(teacher)).toMatchObject([
    { title: 'Éva Martin vous a écrit', href: `/messages/${conversationId}`, mutable: [{ label: 'conversation' }] },
  ])
  expect(await told(student)).toEqual([])
  await as(student).run(writeMessage, { conversationId, body: 'Une autre' })
  await work()
  expect(await told(teacher)).toMatchObject([{ title: '2 nouveaux messages dans une conversation' }])
  for (const table of ['notifications.notification', 'live.entry', 'kernel.fact', 'audit.entry', 'audit.change', 'kernel.idempotency']) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} as one
      where one::text like '%confidentielle%'`.execute(db)
    expect(rows, table).toEqual([{ n: 0 }])
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from live.entry
    where person_id = ${teacher.id} and topic = ${topics.written}`.execute(db)
  expect(rows).toEqual([{ n: 2 }])
  await as(teacher).run(muteSubject, { subject: `messaging.conversation:${conversationId}` })
  await as(student).run(writeMessage, { conversationId, body: 'Troisième' })
  await work()
  expect(await told(teacher)).toMatchObject([{ title: '2 nouveaux messages dans une conversation' }])
})

test('whoever reads a message may report it, others do not find it; what moderators hide leaves its trace', async () => {
  const { as, db, facts, work } = await world()
  const { student, teacher, manager } = await aSchool()
  const { conversationId, messageId } = await said(student, teacher, 'Une insulte')
  const report = { kind: 'messaging.message', targetId: messageId, reason: 'spam', words: '' } as const
  await expect(as(manager).run(reportContent, report)).rejects.toMatchObject({ status: 404 })
  await expect(as(student).run(reportContent, report)).rejects.toMatchObject({ code: 'moderation.own' })
  const { kind, targetId } = report
  expect(await as(teacher).run(foreseeReport, { kind, targetId })).toMatchObject({ title: 'Une insulte', isMine: false })
  await expect(as(manager).run(foreseeReport, { kind, targetId })).rejects.toMatchObject({ status: 404 })
  await as(teacher).run(reportContent, report)
  const before = (await facts(messageChanged)).length
  const inès = await moderatorIn(db, 'Inès')
  const { subjects: [subject] } = await as(inès).run(listReported, {})
  const { version } = await as(inès).run(showReported, { subjectId: subject.id })
  const decision = { subjectId: subject.id, decision: 'hide', ground: 'harassment', reason: 'Une insulte' }
  await as(inès).run(decideOnReported, decision, { version })
  await work()
  expect((await as(teacher).run(showConversation, { conversationId })).messages).toMatchObject([{ body: '', isDeleted: true }])
  expect((await facts(messageChanged)).slice(before)).toEqual([{ conversationId, messageId }])
})

test('each night what nobody takes part in any more goes, and nothing else', async () => {
  const { as, pools, db } = await world()
  const { student, teacher, classmate } = await aSchool()
  const { conversationId } = await as(teacher).run(startConversation, { to: [student.id, classmate.id], body: 'À trois' })
  const pair = await wrote(student, teacher)
  const left = async () =>
    (await db.selectFrom('messaging.conversation').select('id').where('id', 'in', [conversationId, pair]).execute()).length
  for (const one of [student, teacher]) await as(one).run(leaveConversation, { conversationId: conversationId! })
  await execute(pools.worker, pruneConversations, {})
  expect(await left()).toBe(2)
  await as(classmate).run(leaveConversation, { conversationId: conversationId! })
  await execute(pools.worker, pruneConversations, {})
  expect(await left()).toBe(1)
})
