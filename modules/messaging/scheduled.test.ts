import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { messageSent } from './events.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { blockPerson } from './operations/block-person.ts'
import { cancelScheduledMessage } from './operations/cancel-scheduled-message.ts'
import { changeScheduledMessage } from './operations/change-scheduled-message.ts'
import { showConversation } from './operations/show-conversation.ts'
import { writeMessage } from './operations/write-message.ts'
import { sendScheduled } from './scheduled-jobs.ts'

type Someone = { id: string }
const shown = async (by: Someone, conversationId: string) => (await world()).as(by).run(showConversation, { conversationId })
/** A day from now, in days, as people of Paris write it. */
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toLocaleDateString('sv', { timeZone: 'Europe/Paris' })
const later = { as: 'later', day: inDays(2), time: '08:30' } as const
/** Its time has come. */
const due = async (scheduledId: string) => {
  const { db, pools } = await world()
  await db.updateTable('messaging.scheduled').set({ due_at: new Date(Date.now() - 1000).toISOString() }).where('id', '=', scheduledId)
    .execute()
  return () => execute(pools.worker, sendScheduled, { scheduledId })
}
const scheduled = async (body = 'À lundi') => {
  const { as } = await world()
  const school = await aSchool()
  const conversationId = await wrote(school.student, school.teacher)
  await as(school.teacher).run(writeMessage, { conversationId, body, ...later })
  const [one] = (await shown(school.teacher, conversationId)).scheduled
  return { ...school, conversationId, scheduledId: one!.id }
}

test('what is written for later is its author’s alone, in their time zone, changed or given up until it leaves', async () => {
  const { as } = await world()
  const { teacher, student, manager, conversationId, scheduledId } = await scheduled()
  expect((await shown(teacher, conversationId)).scheduled).toMatchObject([{ id: scheduledId, body: 'À lundi', day: later.day,
    time: '08:30' }])
  expect(await shown(student, conversationId)).toMatchObject({ scheduled: [], messages: [{ body: 'Bonjour' }] })
  const change = { scheduledId, body: 'À mardi', day: inDays(3), time: '09:00' }
  for (const one of [student, manager]) {
    await expect(as(one).run(changeScheduledMessage, change)).rejects.toMatchObject({ status: 404 })
    await expect(as(one).run(cancelScheduledMessage, { scheduledId })).rejects.toMatchObject({ status: 404 })
  }
  await expect(as().run(cancelScheduledMessage, { scheduledId })).rejects.toMatchObject({ status: 401 })
  await as(teacher).run(changeScheduledMessage, change)
  expect((await shown(teacher, conversationId)).scheduled).toMatchObject([{ body: 'À mardi', day: inDays(3), time: '09:00' }])
  for (const [wrong, code] of [[{ day: inDays(-1) }, 'messaging.past'], [{ day: inDays(400) }, 'messaging.too-far']] as const) {
    await expect(as(teacher).run(changeScheduledMessage, { ...change, ...wrong })).rejects.toMatchObject({ code, status: 422 })
  }
  await expect(as(teacher).run(writeMessage, { conversationId, body: 'Quand ?', as: 'later' }))
    .rejects.toMatchObject({ code: 'messaging.when' })
  // A day, and the button that sends: it does not leave now.
  await as(teacher).run(writeMessage, { conversationId, body: 'Aussi', day: inDays(1), time: '10:00' })
  expect((await shown(teacher, conversationId)).scheduled).toHaveLength(2)
  await as(teacher).run(cancelScheduledMessage, { scheduledId })
  const send = await due(scheduledId)
  await send()
  expect((await shown(student, conversationId)).messages).toHaveLength(1)
})

test('at its time it leaves once, however many workers try; not before, and not at a time that was changed', async () => {
  const { facts } = await world()
  const { teacher, student, conversationId, scheduledId } = await scheduled()
  await execute((await world()).pools.worker, sendScheduled, { scheduledId })
  expect((await shown(student, conversationId)).messages).toHaveLength(1)
  const send = await due(scheduledId)
  await Promise.all([send(), send(), send()])
  await send()
  const { messages } = await shown(student, conversationId)
  expect(messages).toMatchObject([{ body: 'Bonjour' }, { body: 'À lundi', by: 'Théo Martin', seq: 2 }])
  expect(await shown(teacher, conversationId)).toMatchObject({ scheduled: [], held: [] })
  expect((await facts(messageSent)).filter((one) => one.conversationId === conversationId)).toHaveLength(2)
})

test('the rights of its time hold: refused, it is given back to its author; while messages are off it waits', async () => {
  const { as, db } = await world()
  const blocked = await scheduled('Bloqué')
  await as(blocked.student).run(blockPerson, { personId: blocked.teacher.id })
  await (await due(blocked.scheduledId))()
  expect(await shown(blocked.teacher, blocked.conversationId)).toMatchObject({
    scheduled: [], held: [{ body: 'Bloqué', isReturned: true, refusal: 'messaging.not-reachable' }], messages: [{ body: 'Bonjour' }],
  })
  const waiting = await scheduled('Coupé')
  await db.insertInto('switches.switch').values({
    id: v7(), feature: 'messages', organisation_id: waiting.organisationId, is_for_person: false, reason: 'Une vague',
      at: new Date().toISOString(),
  }).execute()
  await (await due(waiting.scheduledId))()
  expect(await shown(waiting.teacher, waiting.conversationId)).toMatchObject({ held: [{ body: 'Coupé', isReturned: false }],
    messages: [{}] })
})
