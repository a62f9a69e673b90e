import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { moderatorIn } from '#modules/moderation/fixtures.ts'
import { moderation } from '#modules/moderation/module.ts'
import { makeMember } from '#modules/organisations/fixtures.ts'
import { switches } from '#modules/switches/module.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { blockPerson } from './operations/block-person.ts'
import { listConversations } from './operations/list-conversations.ts'
import { sendHeldMessage } from './operations/send-held-message.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { takeBackMessage } from './operations/take-back-message.ts'
import { writeMessage } from './operations/write-message.ts'
import { initial, signalOf, type Counted } from './signals.ts'
import { unreadConversations } from './policy.ts'

type Someone = { id: string }
const { decideOnReported, listReported, showReported, reportContent } = moderation.operations as Record<string, Operation>
const quiet: Counted = {
  sameText: 1, length: 200, links: 0, hasLink: false, accountDays: 0, unanswered: 0, begins: false, unwanted: 0, elsewhere: 0,
    isStaff: false,
}
test.each<[string, Partial<Counted>, string | undefined]>([
  ['somebody who writes', {}, undefined],
  ['the same text to many', { sameText: 10 }, 'same-text'],
  ['the same text to some', { sameText: 9 }, undefined],
  ['thanks to many', { sameText: 40, length: 16 }, undefined],
  ['a teacher to a whole class, apart', { sameText: 50, begins: true, unanswered: 50, isStaff: true }, undefined],
  ['links from a new account', { links: 5, hasLink: true }, 'links'],
  ['links before, and none now', { links: 9 }, undefined],
  ['links from an account of long ago', { links: 50, hasLink: true, accountDays: 7 }, undefined],
  ['many first messages without an answer', { unanswered: 15, begins: true }, 'unanswered'],
  ['going on with somebody, whatever the others did', { unanswered: 40 }, undefined],
  ['blocked and reported by several', { unwanted: 4 }, 'unwanted'],
  ['so is a teacher', { unwanted: 4, isStaff: true }, 'unwanted'],
  ['blocked by one or two', { unwanted: 3 }, undefined],
  ['answers by mail from elsewhere', { elsewhere: 3, isStaff: true }, 'elsewhere'],
])('%s', (_, counted, signal) => {
  expect(signalOf({ ...quiet, ...counted }, initial)).toBe(signal)
})

const ADVERT = 'Venez tous à ma grande vente de samedi, tout est gratuit.'
const moderator = async (): Promise<Actor> => moderatorIn((await world()).db, 'Inès')
const classOf = async (school: Awaited<ReturnType<typeof aSchool>>, count: number) => {
  const { db } = await world()
  return Promise.all(Array.from({ length: count }, (_, n) =>
    makeMember(db, school.organisationId, 'student', { groupId: school.classId, firstName: `N${n}` })))
}
interface Queued { id: string; title: string }
const queue = async (who: Actor): Promise<Queued[]> => (await (await world()).as(who).run(listReported!, {})).subjects
const heldOf = async (person: Someone) => (await (await world()).as(person).run(listConversations, {})).held
const decide = async (who: Actor, decision: 'release' | 'hide' | 'delete') => {
  const { as, work } = await world()
  const [one] = await queue(who)
  const { version } = await as(who).run(showReported!, { subjectId: one!.id })
  await as(who).run(decideOnReported!, { subjectId: one!.id, decision, ground: 'spam', reason: 'Publicité' }, { version })
  await work()
}

test('the same text to many waits for a moderator, who reads its beginning alone; what follows joins it; released, all leaves',
  async () => {
  const { as, work } = await world()
  const school = await aSchool()
  const [people, inès] = [await classOf(school, 10), await moderator()]
  const conversationId = await wrote(school.student, school.teacher, 'Un secret entre nous deux')
  for (const person of people.slice(0, 9)) await wrote(school.student, person, ADVERT)
  expect(await as(school.student).run(startConversation, { to: [people[9]!.id], body: ADVERT })).toMatchObject({ isHeld: true })
  expect(await as(school.student).run(writeMessage, { conversationId, body: 'Et moi, j’attends' })).toMatchObject({ isHeld: true,
    messageId: null })
  expect(await heldOf(school.student)).toMatchObject([{ heldFor: 'signal' }, { heldFor: 'signal' }])
  expect(await unreadConversations({ db: (await world()).db }, people[9]!.id)).toBe(0)
  const found = await queue(inès)
  expect(found).toHaveLength(1)
  const subject = await as(inès).run(showReported!, { subjectId: found[0]!.id })
  expect(subject).toMatchObject({ heldFor: 'spam', standing: 'held', label: 'envoi de messages' })
  expect(subject.title).toContain('Le même texte')
  expect(subject.title).toContain('grande vente')
  expect(JSON.stringify(subject)).not.toMatch(/secret|attends/)
  await expect(as(inès).run(showConversation, { conversationId })).rejects.toMatchObject({ status: 404 })
  await expect(as(school.teacher).run(listReported!, {})).rejects.toMatchObject({ status: 403 })
  await decide(inès, 'release')
  await work()
  expect(await heldOf(school.student)).toEqual([])
  expect((await as(school.teacher).run(showConversation, { conversationId })).messages.map(({ body }) => body))
    .toEqual(['Un secret entre nous deux', 'Et moi, j’attends'])
  // Trusted for a while: the same facts do not hold what they write next.
  expect(await as(school.student).run(writeMessage, { conversationId, body: ADVERT })).toMatchObject({ isHeld: false })
})

test('refused, it is given back and told why; it does not leave by itself, and sent again it waits again; deleted, it is gone',
  async () => {
  const { as } = await world()
  const school = await aSchool()
  const [people, inès] = [await classOf(school, 10), await moderator()]
  expect(await as(school.student).run(startConversation, { to: people.map(({ id }) => id), apart: true, body: ADVERT }))
    .toMatchObject({ isHeld: true })
  await decide(inès, 'hide')
  const [held] = await heldOf(school.student)
  expect(held).toMatchObject({ isReturned: true, refusal: 'messaging.not-released', body: ADVERT })
  expect(await as(school.student).run(sendHeldMessage, { heldId: held!.id, body: ADVERT })).toMatchObject({ isHeld: true })
  expect(await heldOf(school.student)).toMatchObject([{ isReturned: false, heldFor: 'signal' }])
  await decide(inès, 'delete')
  expect(await heldOf(school.student)).toEqual([])
  expect((await as(people[0]).run(listConversations, {})).conversations).toEqual([])
})

test('somebody who works there writes the same to a class apart, and is not held', async () => {
  const { as } = await world()
  const school = await aSchool()
  const people = await classOf(school, 30)
  expect(await as(school.teacher).run(startConversation, { to: people.map(({ id }) => id), apart: true, body: ADVERT }))
    .toMatchObject({ isHeld: false, count: 30 })
})

test('whom several people block or report is held; reports count once each, and a block is not told', async () => {
  const { as, work } = await world()
  const school = await aSchool()
  const [people, inès] = [await classOf(school, 4), await moderator()]
  for (const person of people) await wrote(school.student, person, 'Bonjour')
  const first = people[0]!
  const { conversations: [there] } = await as(first).run(listConversations, {})
  const { messages: [message] } = await as(first).run(showConversation, { conversationId: there!.id })
  await as(first).run(reportContent!, { kind: 'messaging.message', targetId: message!.id, reason: 'spam', words: '' })
  await work()
  for (const person of people.slice(1)) await as(person).run(blockPerson, { personId: school.student.id })
  const conversationId = await as(school.student).run(startConversation, { to: [school.teacher.id], body: 'Pardon' })
  expect(conversationId).toMatchObject({ isHeld: true })
  const subject = (await queue(inès)).find(({ title }) => title.includes('blocages'))
  expect(subject).toBeTruthy()
  expect(JSON.stringify(await as(inès).run(showReported!, { subjectId: subject!.id }))).not.toContain('N1')
})

test('released while messages are closed it waits for that; taken back it is its author’s', async () => {
  const { as, db } = await world()
  await db.updateTable('moderation.subject').set({ state: 'decided' }).execute()
  const school = await aSchool()
  const [people, inès] = [await classOf(school, 10), await moderator()]
  await as(school.student).run(startConversation, { to: people.map(({ id }) => id), apart: true, body: ADVERT })
  await as(school.student).run(startConversation, { to: [people[0]!.id], body: 'Une autre chose à te dire' })
  const [one, other] = await heldOf(school.student)
  await as(school.student).run(takeBackMessage, { heldId: other!.id })
  const { turnOff, liftSwitch } = switches.backOffice.operations
  const admin = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
  const { switchId } = await as(admin).run(turnOff!, { feature: 'messages', personId: school.student.id,
    reason: 'x' }) as { switchId: string }
  await decide(inès, 'release')
  expect(await heldOf(school.student)).toMatchObject([{ id: one!.id, heldFor: 'switch', isReturned: false }, { id: other!.id,
    isReturned: true }])
  await as(admin).run(liftSwitch!, { switchId, reason: 'x', held: 'send' })
  await (await world()).work()
  expect(await heldOf(school.student)).toMatchObject([{ id: other!.id }])
  expect((await as(people[3]).run(listConversations, {})).conversations).toHaveLength(1)
})
