import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { openSession } from '#modules/identity/api.ts'
import { finishDeletions } from './deletion-jobs.ts'
import { aPerson, provedPerson, world } from './fixtures.ts'
import { followInactivity, nextStep } from './inactivity.ts'

const there = await world()
const { db, work, pools, engine } = there
const delays = { deletionAfter: 365, firstMail: 60, secondMail: 30, lastMail: 15 }

test('the mails leave at 305, 335 and 350 days, each once', () => {
  const due = (away: number, last?: { step: number; daysAgo: number }) => nextStep(delays, away, last)
  expect(due(304)).toBeUndefined()
  expect(due(305)).toEqual({ step: 1, daysLeft: 60 })
  expect(due(334, { step: 1, daysAgo: 29 })).toBeUndefined()
  expect(due(335, { step: 1, daysAgo: 30 })).toEqual({ step: 2, daysLeft: 30 })
  expect(due(349, { step: 2, daysAgo: 14 })).toBeUndefined()
  expect(due(350, { step: 2, daysAgo: 15 })).toEqual({ step: 3, daysLeft: 15 })
  expect(due(400, { step: 3, daysAgo: 50 })).toBeUndefined()
  // Somebody away for years, found late, has all of their warnings all the same.
  expect(due(2000)).toEqual({ step: 1, daysLeft: 60 })
  expect(due(2001, { step: 1, daysAgo: 1 })).toBeUndefined()
})

/** Somebody who has not come for so many days. */
const absent = async (days: number, given: Parameters<typeof aPerson>[0] = {}) => {
  const person = await aPerson(given)
  await away(person.id, days)
  return person
}
const ago = (days: number) => sql<string>`now() - make_interval(days => ${days})`
const away = (id: string, days: number) => db.updateTable('identity.account').set({ last_seen_at: ago(days) }).where('person_id', '=', id)
  .execute()
/** So many days later, for somebody who still does not come. */
const later = async (id: string, days: number) => {
  const back = sql`make_interval(days => ${days})`
  await db.updateTable('identity.account').set({ last_seen_at: sql`last_seen_at - ${back}` }).where('person_id', '=', id).execute()
  await db.updateTable('privacy.warning').set({ last_visit: sql`last_visit - ${back}`, at: sql`at - ${back}` })
    .where('person_id', '=', id).execute()
  await db.updateTable('privacy.deletion').set({ asked_at: sql`asked_at - ${back}`, due_at: sql`due_at - ${back}` })
    .where('person_id', '=', id).execute()
}
const night = async () => {
  await execute(pools.worker, followInactivity, {})
  await execute(pools.worker, finishDeletions, {})
  await work()
}
const mailsTo = (email: string) => there.lettersTo(email).length
const isErased = async (id: string) =>
  (await db.selectFrom('identity.person').select('erased_at').where('id', '=', id).executeTakeFirstOrThrow())['erased_at'] !== null

test('somebody who does not come back is told three times, then erased', async () => {
  const person = await absent(306)
  for (const [days, mails] of [[0, 1], [0, 1], [29, 1], [1, 2], [14, 2], [1, 3], [14, 3]] as const) {
    await later(person.id, days)
    await night()
    expect(mailsTo(person.email), `after ${days} more days`).toBe(mails)
    expect(await isErased(person.id)).toBe(false)
  }
  expect(there.lettersTo(person.email)[0]!.text).toContain('connectez-vous une fois')
  await later(person.id, 2)
  await night()
  expect(await isErased(person.id)).toBe(true)
  expect(there.lettersTo(person.email).at(-1)!.subject).toBe('Votre compte sur Sillage est supprimé')
})

test('one visit, even on the last day, is enough to stay; a year later it begins again', async () => {
  const person = await absent(350)
  for (const days of [0, 30, 15]) {
    await later(person.id, days)
    await night()
  }
  expect(mailsTo(person.email)).toBe(3)
  await later(person.id, 14)
  await openSession(engine.context({ actor: provedPerson(person), origin: { request: 'test' } }), person.id, 'email-link')
  await night()
  const { state } = await db.selectFrom('privacy.deletion').select('state').where('person_id', '=', person.id).executeTakeFirstOrThrow()
  expect(state).toBe('cancelled')
  await away(person.id, 306)
  await night()
  expect(mailsTo(person.email)).toBe(4)
  expect(await isErased(person.id)).toBe(false)
})

test('whoever came between the last mail and the erasure stays, even if the night did not see them', async () => {
  const person = await absent(380)
  for (const days of [0, 30, 15]) {
    await later(person.id, days)
    await night()
  }
  await later(person.id, 16)
  await db.updateTable('identity.account').set({ last_seen_at: ago(0) }).where('person_id', '=', person.id).execute()
  await execute(pools.worker, finishDeletions, {})
  await work()
  expect(await isErased(person.id)).toBe(false)
})

test('an account that holds something elsewhere, a role or a suspension is never inactive', async () => {
  const holder = await absent(1000)
  await pools.owner.query(`insert into privacy.statement (kind, position, table_name, text)
    values ('hold', 9000, 'portfolio.skill', 'select $1 = ' || quote_literal($1) || '::uuid')`, [holder.id])
  const staff = await absent(1000, { platformRoles: ['moderator'] })
  const suspended = await absent(1000)
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', suspended.id).execute()
  await night()
  expect([holder, staff, suspended].map(({ email }) => mailsTo(email))).toEqual([0, 0, 0])
  // What came after the last mail keeps the account too.
  const late = await absent(380)
  for (const days of [0, 30, 15]) {
    await later(late.id, days)
    await night()
  }
  await pools.owner.query(`update privacy.statement set text = 'select $1 = ' || quote_literal($1) || '::uuid' where position = 9000`,
    [late.id])
  await later(late.id, 16)
  await night()
  expect(await isErased(late.id)).toBe(false)
})

test('administrators may stop it', async () => {
  const person = await absent(306)
  const value = JSON.stringify({ isOn: false, ...delays })
  await db.insertInto('settings.setting').values({ key: 'settings.inactivity', value, changed_at: new Date().toISOString() }).execute()
  await night()
  expect(mailsTo(person.email)).toBe(0)
})
