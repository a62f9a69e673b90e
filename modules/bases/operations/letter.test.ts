import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { monthOf } from '../letter/letter.ts'
import { sendLetter, sendLetters } from '../letter/mail.ts'
import { chooseLetter } from './choose-letter.ts'
import { followBase } from './follow-base.ts'
import { followPerson } from './follow-person.ts'
import { showLetter } from './show-letter.ts'
import { showLetterStop } from './show-letter-stop.ts'
import { showPreferences } from './show-preferences.ts'
import { stopLetter } from './stop-letter.ts'

const { received, lastTo } = aMailbox()

/** Somebody who follows a base and an author, with what these published in the month before this one. */
const aFollower = async (agreed: boolean) => {
  const { as, db } = await world()
  const [person, author] = [await aPerson(), await aPerson({ firstName: 'Odile', isPublic: true })]
  const base = await aBase({ title: 'Base vermillon' })
  const resources = [
    await aResource({ author: base.administrator, baseId: base.baseId, published: true, title: 'Carte vermillon' }),
    await aResource({ author, published: true, title: 'Fiche d’Odile' }),
  ]
  const secret = await aResource({ author, published: true, isPublic: false, title: 'Privée d’Odile' })
  const month = monthOf(new Date().toISOString(), -1)
  const ids = [...resources, secret].map(({ resourceId }) => resourceId)
  await db.updateTable('bases.resource').set({ created_at: `${month}T08:00:00Z`, published_at: `${month}T10:00:00Z` }).where('id', 'in', ids).execute()
  await as(person).run(followBase, { baseId: base.baseId })
  await as(person).run(followPerson, { personId: author.id })
  if (agreed) await as(person).run(chooseLetter, { agreed })
  return { person, author, month }
}

test('months begin on their first day, across years', () => {
  expect([monthOf('2026-01-31T23:59:59Z'), monthOf('2026-01-01T00:00:00Z', -1), monthOf('2026-12-31T12:00:00Z', 1)])
    .toEqual(['2026-01-01', '2025-12-01', '2027-01-01'])
})

test('the letter of the month goes to those who agreed, once, with nothing private', async () => {
  const { pools, work, as } = await world()
  const [{ person, month }, other] = [await aFollower(true), await aFollower(false)]
  const nobody = await aPerson()
  await as(nobody).run(chooseLetter, { agreed: true })
  await execute(pools.worker, sendLetters, {})
  await work()
  const letter = await lastTo(person.email)
  expect(letter?.subject).toMatch(/^Votre lettre d(e |’).+\s: 2 nouvelles ressources$/)
  expect(letter?.text).toMatch(/Carte vermillon[^]*Vous suivez la base «\sBase vermillon\s»/u)
  expect(letter?.text).toContain('Fiche d’Odile')
  expect(letter?.text).not.toContain('Privée d’Odile')
  expect([await lastTo(other.person.email), await lastTo(nobody.email)]).toEqual([undefined, undefined])
  const before = (await received()).length
  await execute(pools.worker, sendLetters, {})
  await execute(pools.worker, sendLetter, { personId: person.id, month })
  await work()
  expect((await received()).length).toBe(before)
})

test('one click in the mail program stops it, without signing in; the date of the agreement is kept while it holds', async () => {
  const { pools, as, db } = await world()
  const { person, month } = await aFollower(true)
  const agreedAt = (await as(person).run(showPreferences, {})).letterAgreedAt
  expect(await as(person).run(chooseLetter, { agreed: true })).toEqual({ agreedAt })
  await execute(pools.worker, sendLetter, { personId: person.id, month })
  const letter = await lastTo(person.email)
  expect(letter?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const token = /\/lettre-du-mois\/arreter\/([\w-]{43})>$/.exec(letter?.headers.get('list-unsubscribe') ?? '')?.[1] ?? ''
  expect(token).not.toBe('')
  expect(JSON.stringify(await db.selectFrom('bases.letter').selectAll().execute())).not.toContain(token)
  await expect(as().run(stopLetter, { token: `${token.slice(1)}x` })).rejects.toMatchObject({ status: 404 })
  expect(await as().run(showLetterStop, { token })).toEqual({ token, isDone: false })
  expect((await as(person).run(showPreferences, {})).letterAgreedAt).toBe(agreedAt)
  for (let time = 0; time < 2; time++) await as().run(stopLetter, { token })
  expect(await as().run(showLetterStop, { token })).toMatchObject({ isDone: true })
  expect((await as(person).run(showPreferences, {})).letterAgreedAt).toBeNull()
})

test('somebody who stops it before it leaves does not receive it; one sees what it would say', async () => {
  const { pools, as } = await world()
  const { person, month } = await aFollower(true)
  await as(person).run(chooseLetter, { agreed: false })
  await execute(pools.worker, sendLetter, { personId: person.id, month })
  expect(await lastTo(person.email)).toBeUndefined()
  // Of this month: nothing yet.
  expect(await as(person).run(showLetter, {})).toMatchObject({ count: 0, lines: [], agreedAt: null, month: monthOf(new Date().toISOString()) })
  const author = await aPerson({ isPublic: true, firstName: 'Léo' })
  await as(person).run(followPerson, { personId: author.id })
  await aResource({ author, published: true, title: 'Neuve' })
  expect(await as(person).run(showLetter, {})).toMatchObject({ count: 1, lines: [{ title: 'Neuve', whyKind: 'person', why: 'Léo Martin' }] })
  await expect(as().run(showLetter, {})).rejects.toMatchObject({ status: 401 })
})
