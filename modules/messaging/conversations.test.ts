import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { makeMember } from '#modules/organisations/fixtures.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { messageSent } from './events.ts'
import { archiveConversation } from './operations/archive-conversation.ts'
import { discardDraft } from './operations/discard-draft.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { listConversations } from './operations/list-conversations.ts'
import { openConversation } from './operations/open-conversation.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { writeMessage } from './operations/write-message.ts'
import { unreadConversations } from './policy.ts'

type Someone = { id: string }
const run = async (someone: Someone) => (await world()).as(someone).run
const bodies = async (someone: Someone, conversationId: string) =>
  (await (await run(someone))(showConversation, { conversationId })).messages.map(({ body }) => body)
const listed = async (someone: Someone, input = {}) => (await (await run(someone))(listConversations, input)).conversations

test('two write to each other in one conversation, whoever begins, at once even, and its numbers have no gap', async () => {
  const { as, facts } = await world()
  const { student, teacher } = await aSchool()
  const begun = await Promise.all([wrote(student, teacher, 'un'), wrote(teacher, student, 'deux'), wrote(student, teacher, 'trois')])
  const conversationId = begun[0]
  expect(new Set(begun).size).toBe(1)
  await Promise.all(Array.from({ length: 10 }, (_, n) =>
    as(n % 2 ? student : teacher).run(writeMessage, { conversationId, body: `n° ${n}` })))
  const { messages } = await as(student).run(showConversation, { conversationId })
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1))
  expect((await facts(messageSent)).filter((one) => one.conversationId === conversationId)).toHaveLength(13)
})

test('a conversation is its people’s: others do not find it, a visitor signs in', async () => {
  const { as } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher, 'Entre nous')
  expect(await bodies(teacher, conversationId)).toEqual(['Entre nous'])
  for (const one of [showConversation, openConversation, leaveConversation, discardDraft]) {
    await expect(as(manager).run(one, { conversationId })).rejects.toMatchObject({ status: 404 })
    await expect(as().run(one, { conversationId })).rejects.toMatchObject({ status: 401 })
  }
  await expect(as(manager).run(writeMessage, { conversationId, body: 'Et moi ?' })).rejects.toMatchObject({ status: 404 })
  await expect(as(manager).run(archiveConversation, { conversationId, archived: true })).rejects.toMatchObject({ status: 404 })
  expect(await listed(manager)).toEqual([])
})

test('whatever a query forgets, the database shows a conversation to its people alone; nobody writes in another’s name', async () => {
  const { pools } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher, 'secret')
  const seenBy = (person: Someone) => kyselyAs(pools.portal, { person: person.id, organisations: '{}', principals: '{}', entry: '' })
  for (const table of ['conversation', 'participant', 'message']) {
    const key = sql.ref(table === 'conversation' ? 'id' : 'conversation_id')
    const all = sql`select from messaging.${sql.ref(table)} where ${key} = ${conversationId}`
    expect((await all.execute(seenBy(teacher))).rows.length).toBeGreaterThan(0)
    expect((await all.execute(seenBy(manager))).rows).toEqual([])
    await expect(all.execute(kyselyOn(pools.portal))).rejects.toThrow(/app\.person|uuid/)
  }
  const forged = (author: Someone) => sql`insert into messaging.message (id, conversation_id, seq, author_id, body, at)
    values (${v7()}, ${conversationId}, 99, ${author.id}, 'faux', now())`
  await expect(forged(student).execute(seenBy(teacher))).rejects.toThrow(/row-level security/)
  await expect(forged(manager).execute(seenBy(manager))).rejects.toThrow(/row-level security/)
  const entering = sql`insert into messaging.participant (conversation_id, person_id, joined_at)
    values (${conversationId}, ${manager.id}, now())`
  await expect(entering.execute(seenBy(manager))).rejects.toThrow(/row-level security/)
  const mended = sql`update messaging.message set body = 'autre' where conversation_id = ${conversationId}`
  expect((await mended.execute(seenBy(teacher))).numAffectedRows).toBe(0n)
})

test('the counter follows: written, opened, opened twice, answered; looking alone reads nothing', async () => {
  const { pools } = await world()
  const { student, teacher } = await aSchool()
  const count = () => unreadConversations({ db: kyselyOn(pools.portal) }, teacher.id)
  const conversationId = await wrote(student, teacher)
  await wrote(student, teacher, 'encore')
  expect(await count()).toBe(1)
  expect(await listed(teacher)).toMatchObject([{ unread: 2, last: { excerpt: 'encore', isMine: false } }])
  expect((await (await run(teacher))(showConversation, { conversationId })).messages).toMatchObject([{ isNew: true }, { isNew: true }])
  expect(await count()).toBe(1)
  await (await run(teacher))(openConversation, { conversationId })
  await (await run(teacher))(openConversation, { conversationId })
  expect(await count()).toBe(0)
  await wrote(student, teacher, 'trois')
  await (await run(teacher))(writeMessage, { conversationId, body: 'Bonjour Éva' })
  expect([await count(), (await listed(student))[0]?.unread]).toEqual([0, 1])
})

test('several together have a title, or their names; whoever leaves reads nothing more', async () => {
  const { as } = await world()
  const { student, teacher, classmate, manager } = await aSchool()
  const invitation = { to: [student.id, classmate.id], title: 'Sortie au musée', body: 'Qui vient ?' }
  const { conversationId } = await as(teacher).run(startConversation, invitation)
  const input = { conversationId: conversationId! }
  expect(await listed(student)).toMatchObject([{ title: 'Sortie au musée', kind: 'group', unread: 1 }])
  await as(classmate).run(writeMessage, { ...input, body: 'Moi' })
  expect(await bodies(student, input.conversationId)).toEqual(['Qui vient ?', 'Moi'])
  await as(student).run(leaveConversation, input)
  await expect(bodies(student, input.conversationId)).rejects.toMatchObject({ status: 404 })
  expect(await listed(student)).toEqual([])
  expect((await as(teacher).run(showConversation, input)).people).toHaveLength(2)
  const pair = await wrote(manager, teacher)
  await expect(as(teacher).run(leaveConversation, { conversationId: pair })).rejects.toMatchObject({ code: 'messaging.not-left' })
  const { conversationId: untitled } = await as(manager).run(startConversation, { to: [student.id, classmate.id], body: 'Bonjour' })
  expect((await as(manager).run(showConversation, { conversationId: untitled! })).title).toBe('Éva Martin et Ilan Martin')
})

test('to each apart: everyone has it in their own conversation, and nobody learns who else', async () => {
  const { as } = await world()
  const { student, teacher, classmate } = await aSchool()
  const before = await wrote(teacher, student, 'Déjà là')
  expect(await as(teacher).run(startConversation, { to: [student.id, classmate.id], apart: true, body: 'Votre note' }))
    .toEqual({ conversationId: null, count: 2, isHeld: false })
  expect(await bodies(student, before)).toEqual(['Déjà là', 'Votre note'])
  const [hers] = await listed(classmate)
  const { people } = await as(classmate).run(showConversation, { conversationId: hers!.id })
  expect(people.map(({ id }) => id).toSorted()).toEqual([classmate.id, teacher.id].toSorted())
  expect(await listed(teacher)).toHaveLength(2)
})

test('a draft is kept, for oneself alone, until it is sent or thrown away', async () => {
  const { as } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const draft = async (of: Someone) => (await as(of).run(showConversation, { conversationId })).draft
  await as(teacher).run(writeMessage, { conversationId, body: 'Un instant', as: 'draft' })
  await as(teacher).run(writeMessage, { conversationId, body: 'Un instant, je cherche', as: 'draft' })
  expect([await draft(teacher), await draft(student)]).toEqual(['Un instant, je cherche', null])
  expect(await listed(teacher)).toMatchObject([{ hasDraft: true }])
  expect(await bodies(student, conversationId)).toEqual(['Bonjour'])
  await expect(as(student).run(discardDraft, { conversationId })).rejects.toMatchObject({ status: 404 })
  await as(teacher).run(discardDraft, { conversationId })
  expect(await draft(teacher)).toBeNull()
  await as(teacher).run(writeMessage, { conversationId, body: 'Voilà', as: 'draft' })
  await as(teacher).run(writeMessage, { conversationId, body: 'Voilà.' })
  expect([await draft(teacher), await bodies(student, conversationId)]).toEqual([null, ['Bonjour', 'Voilà.']])
})

test('what is archived comes back when somebody writes', async () => {
  const { as } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher, 'Le rendez-vous est à 100 % confirmé')
  await wrote(student, manager, 'autre chose')
  await as(student).run(archiveConversation, { conversationId, archived: true })
  expect((await listed(student)).map(({ id }) => id)).not.toContain(conversationId)
  expect(await listed(student, { archived: true })).toMatchObject([{ id: conversationId }])
  await as(teacher).run(writeMessage, { conversationId, body: 'À demain' })
  expect((await listed(student)).map(({ id }) => id)).toContain(conversationId)
  await as(student).run(archiveConversation, { conversationId, archived: true })
  await as(student).run(archiveConversation, { conversationId, archived: false })
  expect((await listed(student)).map(({ id }) => id)).toContain(conversationId)
})

test('long ones come page by page, without a gap nor a repetition', async () => {
  const { as, db } = await world()
  const { student, teacher, organisationId } = await aSchool()
  const conversationId = await wrote(student, teacher, 'm1')
  for (let n = 2; n <= 95; n++) {
    // How fast one may write is no matter here.
    if (n % 20 === 0) await db.deleteFrom('switches.use').execute()
    await as(student).run(writeMessage, { conversationId, body: `m${n}` })
  }
  const seen: number[] = []
  let before: number | undefined
  do {
    const page: { messages: { seq: number }[]; older: number | null } = await as(teacher).run(showConversation, { conversationId, before })
    seen.unshift(...page.messages.map(({ seq }) => seq))
    before = page.older ?? undefined
  } while (before)
  expect(seen).toEqual(Array.from({ length: 95 }, (_, n) => n + 1))
  for (let n = 0; n < 34; n++) {
    if (n % 20 === 0) await db.deleteFrom('switches.use').execute()
    await wrote(teacher, await makeMember(db, organisationId, 'student'))
  }
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page: { conversations: { id: string }[]; next: string | null } = await as(teacher).run(listConversations, { before: cursor })
    ids.push(...page.conversations.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect([ids.length, new Set(ids).size]).toEqual([35, 35])
})
