import { beforeEach, expect, test } from 'vitest'
import { worldWith } from '#modules/privacy/fixtures.ts'
import { aPerson, anAdministrator, aText, aVersion, bySession, day, nothingPublished, world } from './fixtures.ts'
import { terms } from './module.ts'
import { acceptTerms } from './operations/accept-terms.ts'
import { discardDraft } from './operations/back-office/discard-draft.ts'
import { listVersions } from './operations/back-office/list-versions.ts'
import { publishTerms } from './operations/back-office/publish-terms.ts'
import { saveDraft } from './operations/back-office/save-draft.ts'
import { showDraft } from './operations/back-office/show-draft.ts'
import { showAskedTerms } from './operations/show-asked-terms.ts'
import { showTerms } from './operations/show-terms.ts'

const privacyWorld = worldWith(terms)
beforeEach(nothingPublished)

test('a version is written, seen and published by administrators alone; a draft is read by nobody else', async () => {
  const { as } = await world()
  const [camille, person] = [await anAdministrator(), await aPerson()]
  const operations = [[listVersions, {}], [showDraft, {}], [saveDraft, aText], [publishTerms, {}], [discardDraft, {}]] as const
  for (const [operation, input] of operations) {
    await as(camille).run(saveDraft, aText, { version: (await as(camille).run(showDraft, {})).version })
    await expect(as(person).run(operation, input as never, { version: 1 }), operation.name).rejects.toMatchObject({ status: 403 })
    await expect(as().run(operation, input as never, { version: 1 }), operation.name).rejects.toMatchObject({ status: 401 })
  }
  await expect(as(person).run(showTerms, {})).rejects.toMatchObject({ status: 404 })
  const { version, html } = await as(camille).run(showDraft, {})
  expect(html).toBe('<h3>À quoi il sert</h3>\n<p>À <strong>partager</strong>.</p>\n')
  await expect(as(camille).run(publishTerms, {}, { version: version - 1 })).rejects.toMatchObject({ code: 'stale' })
  expect(await as(camille).run(publishTerms, {}, { version })).toEqual({ number: 1 })
  for (const one of [undefined, person]) {
    expect(await as(one).run(showTerms, {})).toMatchObject({ number: 1, html, state: 'in-force' })
  }
  await expect(as(camille).run(publishTerms, {}, { version: 1 })).rejects.toMatchObject({ status: 404 })
  const versions = [{ number: 1, accepted: 0, isInForce: true }]
  expect(await as(camille).run(listVersions, {})).toMatchObject({ hasDraft: false, versions })
})

test('what is published never changes, and nobody is bound from a day that is past', async () => {
  const { as, pools } = await world()
  const { run } = as(await anAdministrator())
  await aVersion({ appliesFrom: day(3) })
  await expect(pools.backOffice.query(`update terms.version set body = 'x'`)).rejects.toThrow(/does not change/)
  await expect(pools.backOffice.query('delete from terms.version')).rejects.toThrow(/does not change/)
  const refused = [[day(-1), 'terms.date-past'], [day(2), 'terms.date-before-last']] as const
  for (const [appliesFrom, code] of refused) {
    await expect(run(saveDraft, { ...aText, appliesFrom }, { version: 0 })).rejects.toMatchObject({ code, status: 409 })
  }
  const empty = { ...aText, body: ' ' }
  await expect(run(saveDraft, empty, { version: 0 })).rejects.toMatchObject({ status: 422, issues: [{ field: 'body' }] })
  await run(saveDraft, { ...aText, appliesFrom: day(3) }, { version: 0 })
  await run(discardDraft, {}, { version: 1 })
  expect(await run(showDraft, {})).toMatchObject({ isBegun: false, isFirst: false, body: aText.body, version: 0 })
})

test('a text that would run something, or show an image, is only text', async () => {
  await aVersion({ body: '<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://exemple.fr/y.png) [z](/mes-donnees)' })
  const { html } = await (await world()).as().run(showTerms, {})
  expect(html).not.toMatch(/<script|<img|href="javascript/)
  expect(html).toContain('href="/mes-donnees"')
})

test('what is asked is asked of who has not accepted it, in person; nobody is asked for others, nor a visitor', async () => {
  const { as } = await world()
  const [person, staff] = [await aPerson(), await aPerson()]
  const number = await aVersion()
  const me = as(bySession(person))
  expect((await me.run(showAskedTerms, {})).asked).toMatchObject({ number, changes: aText.changes })
  await expect(as().run(showAskedTerms, {})).rejects.toMatchObject({ status: 401 })
  await expect(as({ ...bySession(person), by: staff.id }).run(showAskedTerms, {})).rejects.toMatchObject({ status: 403 })
  await me.run(acceptTerms, { number })
  expect(await me.run(showAskedTerms, {})).toEqual({ asked: null })
})

test('one accepts in person, in a session of one’s own, what holds or is to come; twice is once', async () => {
  const { as, db } = await world()
  const person = await aPerson()
  const me = as(bySession(person))
  const first = await aVersion()
  const second = await aVersion({ appliesFrom: day(5) })
  await me.run(acceptTerms, { number: first })
  await me.run(acceptTerms, { number: first })
  expect((await me.run(showTerms, {})).acceptedAt).not.toBeNull()
  expect(await me.run(showTerms, { number: second })).toMatchObject({ state: 'coming', acceptedAt: null })
  await me.run(acceptTerms, { number: second })
  const third = await aVersion({ appliesFrom: day(5) })
  await expect(me.run(acceptTerms, { number: third + 1 })).rejects.toMatchObject({ status: 404 })
  const kept = await db.selectFrom('terms.acceptance').select('number').where('person_id', '=', person.id).orderBy('number').execute()
  expect(kept).toEqual([{ number: first }, { number: second }])
  const account = () => db.selectFrom('identity.account').select('terms_version').where('person_id', '=', person.id).executeTakeFirst()
  expect(await account()).toEqual({ terms_version: second })
  await me.run(acceptTerms, { number: first })
  expect(await account()).toEqual({ terms_version: second })
  // Whoever acts in their place, a program with their token, and a visitor accept for nobody.
  const other = await aPerson()
  await expect(as(bySession(other, { by: person.id })).run(acceptTerms, { number: first })).rejects.toMatchObject({ status: 403 })
  await expect(as({ ...bySession(other), session: undefined }).run(acceptTerms, { number: first }))
    .rejects.toMatchObject({ code: 'terms.by-session' })
  await expect(as().run(acceptTerms, { number: first })).rejects.toMatchObject({ status: 401 })
})

test('an older version is read, and not accepted any more', async () => {
  const { as } = await world()
  const me = as(bySession(await aPerson()))
  await aVersion()
  await aVersion({ body: 'La suite' })
  expect(await as().run(showTerms, { number: 1 }))
    .toMatchObject({ state: 'past', versions: [{ number: 2, isInForce: true }, { number: 1 }] })
  await expect(me.run(acceptTerms, { number: 1 })).rejects.toMatchObject({ code: 'terms.replaced' })
  await expect(as().run(showTerms, { number: 9 })).rejects.toMatchObject({ status: 404 })
})

test('an acceptance is audited, goes with one’s data, is erased with the person, and keeps no account for ever', async () => {
  const { as, db } = await world()
  const person = await aPerson()
  await as(bySession(person)).run(acceptTerms, { number: await aVersion() })
  const entry = await db.selectFrom('audit.entry').select('person_id').where('operation', '=', 'terms.acceptTerms')
    .where('outcome', '=', 'done').where('person_id', '=', person.id).execute()
  expect(entry).toHaveLength(1)
  const written = await (await privacyWorld()).db.selectFrom('privacy.statement').selectAll()
    .where('table_name', '=', 'terms.acceptance').execute()
  const textOf = (kind: string) => written.find((one) => one['kind'] === kind)?.['text']
  expect(textOf('export')).toBe('select * from terms.acceptance where person_id = $1')
  expect(textOf('erase')).toBe('delete from terms.acceptance where person_id = $1')
  expect(textOf('hold')).toBeUndefined()
})
