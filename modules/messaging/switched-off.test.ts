import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { execute } from '#kernel/fact/execution.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { switches } from '#modules/switches/module.ts'
import { messageSent } from './events.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { settleHeld } from './held-jobs.ts'
import { discardHeldMessage } from './operations/discard-held-message.ts'
import { editMessage } from './operations/edit-message.ts'
import { blockPerson } from './operations/block-person.ts'
import { listConversations } from './operations/list-conversations.ts'
import { sendHeldMessage } from './operations/send-held-message.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { takeBackMessage } from './operations/take-back-message.ts'
import { writeMessage } from './operations/write-message.ts'
import { unreadConversations } from './policy.ts'

type Someone = { id: string }
const { turnOff, liftSwitch } = switches.backOffice.operations
const admin = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
const close = async (perimeter: object) => (await (await world()).as(admin)
  .run(turnOff!, { feature: 'messages', reason: 'Une vague de messages', ...perimeter }) as { switchId: string }).switchId
/** Lifts it; what follows is done when the worker has worked. */
const lift = async (switchId: string, held: 'send' | 'return' = 'send') => {
  const { as, work } = await world()
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held })
  await work()
}
const write = async (person: Someone, conversationId: string, body = 'Encore') =>
  (await world()).as(person).run(writeMessage, { conversationId, body })
const shown = async (person: Someone, conversationId: string) => (await world()).as(person).run(showConversation, { conversationId })
const bodies = async (person: Someone, conversationId: string) => (await shown(person, conversationId)).messages.map(({ body }) => body)
const unread = async (person: Someone) => unreadConversations({ db: kyselyOn((await world()).pools.portal) }, person.id)

test('for each perimeter: what is written waits, told to its author alone, and is sent in its order and numbered when it is lifted',
  async () => {
  const { as, facts, db } = await world()
  const school = await aSchool()
  const perimeters = [
    {}, { organisationId: school.organisationId }, { organisationId: school.organisationId, role: 'student' }, { role: 'student' },
    { personId: school.student.id },
  ]
  for (const perimeter of perimeters) {
    const conversationId = await wrote(school.teacher, school.student)
    await db.deleteFrom('messaging.message').where('conversation_id', '=', conversationId).where('seq', '>', 1).execute()
    const before = (await bodies(school.teacher, conversationId)).length
    const told = (await facts(messageSent)).length
    const switchId = await close(perimeter)
    for (const body of ['un', 'deux', 'trois']) {
      expect(await write(school.student, conversationId, body)).toEqual({ messageId: null, isHeld: true })
    }
    const mine = await shown(school.student, conversationId)
    expect(mine).toMatchObject({ isPaused: true, held: [{ body: 'un', isReturned: false }, { body: 'deux' }, { body: 'trois' }] })
    expect(mine.messages).toHaveLength(before)
    expect((await as(school.student).run(listConversations, {})).held).toHaveLength(3)
    const theirs = await shown(school.teacher, conversationId)
    expect([theirs.messages.length, theirs.held, await unread(school.student)]).toEqual([before, [], 1])
    expect((await facts(messageSent)).length).toBe(told)
    await lift(switchId)
    const after = await shown(school.teacher, conversationId)
    expect(after.messages.slice(before).map(({ body, isMine }) => [body, isMine])).toEqual([['un', false], ['deux', false], ['trois',
      false]])
    expect(after.messages.map(({ seq }) => seq)).toEqual(after.messages.map((_, at) => at + 1))
    expect((await shown(school.student, conversationId)).held).toEqual([])
    expect((await facts(messageSent)).length).toBe(told + 3)
    await db.deleteFrom('messaging.conversation').execute()
  }
})

test('those whom it does not concern go on, and reading and mending too', async () => {
  const { as } = await world()
  const [here, there] = [await aSchool(), await aSchool()]
  const [ours, theirs] = [await wrote(here.teacher, here.student), await wrote(there.teacher, there.student)]
  const switchId = await close({ organisationId: here.organisationId })
  expect(await write(here.teacher, ours)).toMatchObject({ isHeld: true })
  expect(await bodies(here.student, ours)).toEqual(['Bonjour'])
  const { messageId, isHeld } = await write(there.teacher, theirs)
  expect(isHeld).toBe(false)
  await as(there.teacher).run(editMessage, { messageId: messageId!, body: 'Corrigé' })
  await lift(switchId)
  expect(await write(here.teacher, ours)).toMatchObject({ isHeld: false })
})

test('what begins a conversation waits too: nobody learns of it, to several apart or together; it begins when it is lifted', async () => {
  const { as } = await world()
  const { teacher, student, classmate, stranger } = await aSchool()
  const titles = async (person: Someone) => (await as(person).run(listConversations, {})).conversations.map(({ title }) => title)
  const switchId = await close({ personId: teacher.id })
  const people = [student.id, classmate.id]
  const begin = (more: object) => as(teacher).run(startConversation, { to: people, body: 'Bonjour', ...more })
  expect(await begin({ apart: true })).toMatchObject({ conversationId: null, isHeld: true })
  await begin({ title: 'Sortie' })
  await expect(as(teacher).run(startConversation, { to: [stranger.id], body: 'Non' })).rejects
    .toMatchObject({ code: 'messaging.not-reachable' })
  const { conversations, held } = await as(teacher).run(listConversations, {})
  expect([conversations, held.map(({ to }) => to.length)]).toEqual([[], [2, 2]])
  expect(await titles(student)).toEqual([])
  await lift(switchId)
  expect((await titles(teacher)).toSorted()).toEqual(['Ilan Martin', 'Sortie', 'Éva Martin'].toSorted())
  expect((await titles(student)).toSorted()).toEqual(['Sortie', 'Théo Martin'])
})

test('given back when it is lifted: nobody else has read it, its author is told, sends it mended or throws it away', async () => {
  const { as, db } = await world()
  const { teacher, student } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const switchId = await close({ personId: student.id })
  for (const body of ['un', 'deux']) await write(student, conversationId, body)
  await lift(switchId, 'return')
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour'])
  const { held } = await shown(student, conversationId)
  expect(held).toMatchObject([{ body: 'un', isReturned: true, refusal: null }, { body: 'deux', isReturned: true }])
  expect(await db.selectFrom('notifications.notification').select('kind').where('person_id', '=', student.id).execute())
    .toContainEqual({ kind: 'messaging.message-given-back' })
  const [one, other] = held.map(({ id }) => id) as [string, string]
  // Nobody else finds it, a visitor neither.
  for (const who of [teacher, undefined]) {
    for (const operation of [takeBackMessage, sendHeldMessage, discardHeldMessage]) {
      await expect(as(who).run(operation, { heldId: one, body: 'À moi' })).rejects.toMatchObject({ status: 404 })
    }
  }
  await expect(as(student).run(takeBackMessage, { heldId: one })).rejects.toMatchObject({ code: 'messaging.returned-already' })
  expect(await as(student).run(sendHeldMessage, { heldId: one, body: 'un, corrigé' })).toEqual({ conversationId, isHeld: false })
  await as(student).run(discardHeldMessage, { heldId: other })
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour', 'un, corrigé'])
  expect((await shown(student, conversationId)).held).toEqual([])
})

test('taken back by its author it leaves no more; sent again while it is still closed it waits again', async () => {
  const { as, db } = await world()
  const { teacher, student } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const first = await close({ personId: student.id })
  await write(student, conversationId, 'Trop vite')
  const heldId = (await shown(student, conversationId)).held[0]!.id
  await expect(as(student).run(sendHeldMessage, { heldId, body: 'Si' })).rejects.toMatchObject({ code: 'messaging.waits' })
  await as(student).run(takeBackMessage, { heldId })
  expect(await db.selectFrom('switches.held').select('id').where('subject_id', '=', heldId).execute()).toEqual([])
  await lift(first)
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour'])
  const second = await close({ personId: student.id })
  expect(await as(student).run(sendHeldMessage, { heldId, body: 'Réfléchi' })).toEqual({ conversationId, isHeld: true })
  await lift(second)
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour', 'Réfléchi'])
})

test('lifted while another switch closes it, it waits for that one; blocked meanwhile, it is given back with the reason', async () => {
  const { as } = await world()
  const { teacher, student, organisationId } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const [narrow, wide] = [await close({ personId: teacher.id }), await close({ organisationId })]
  await write(teacher, conversationId, 'Patience')
  await lift(narrow)
  expect(await bodies(student, conversationId)).toEqual(['Bonjour'])
  expect((await shown(teacher, conversationId)).held).toMatchObject([{ isReturned: false }])
  await write(teacher, conversationId, 'Encore un peu')
  await lift(wide)
  expect(await bodies(student, conversationId)).toEqual(['Bonjour', 'Patience', 'Encore un peu'])
  const again = await close({ personId: student.id })
  await write(student, conversationId, 'Trop tard')
  await as(teacher).run(blockPerson, { personId: student.id })
  await lift(again)
  expect((await shown(student, conversationId)).held).toMatchObject([{ isReturned: true, refusal: 'messaging.not-reachable' }])
})

test('the worker killed in the middle of the sending: each leaves once', async () => {
  const { as, db, pools, work } = await world()
  const { teacher, student } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const switchId = await close({ personId: student.id })
  for (const body of ['un', 'deux', 'trois']) await write(student, conversationId, body)
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held: 'send' })
  // The conversation is kept busy, so that the worker is stopped in the middle of a message, then killed there.
  const busy = await pools.owner.connect()
  await busy.query('begin')
  await busy.query('select from messaging.conversation where id = $1 for update', [conversationId])
  const dying = execute(pools.worker, settleHeld, { switchId, held: 'send' }).then(() => 'ended', () => 'killed')
  const waiting = `select pid from pg_stat_activity
    where usename = current_user and wait_event_type = 'Lock' and datname = current_database()`
  let pid: number | undefined
  while (!pid) pid = (await pools.worker.query<{ pid: number }>(waiting)).rows[0]?.pid
  await pools.worker.query('select pg_terminate_backend($1)', [pid])
  expect(await dying).toBe('killed')
  await busy.query('commit')
  busy.release()
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour'])
  await Promise.all([1, 2].map(() => execute(pools.worker, settleHeld, { switchId, held: 'send' })))
  await work()
  expect((await bodies(teacher, conversationId)).toSorted()).toEqual(['Bonjour', 'deux', 'trois', 'un'])
  expect(await db.selectFrom('messaging.held_message').select('id').where('person_id', '=', student.id).execute()).toEqual([])
})
