import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { contentDecided, contentReported } from './events.ts'
import { aPerson, aPoster, staff, world } from './fixtures.ts'
import { decideOnReported } from './operations/back-office/decide-on-reported.ts'
import { listReported } from './operations/back-office/list-reported.ts'
import { showReported } from './operations/back-office/show-reported.ts'
import { foreseeReport } from './operations/foresee-report.ts'
import { reportContent } from './operations/report-content.ts'

const spam = { reason: 'spam' as const, words: 'Encore' }
const queue = async (state?: 'open' | 'decided') => (await (await world()).as(await staff('moderator')).run(listReported, { state })).subjects

test('what several people report is one thing in the queue; each reports it once', async () => {
  const { as, facts } = await world()
  const [author, one, two] = [await aPerson(), await aPerson(), await aPerson()]
  const poster = aPoster(author.id)
  expect(await as(one).answer(foreseeReport, poster)).toMatchObject({ output: { label: 'affiche', title: 'Une affiche', isMine: false }, can: { reportContent: true } })
  await as(one).run(reportContent, { ...poster, ...spam })
  await as(two).run(reportContent, { ...poster, reason: 'hateful', words: '' })
  await expect(as(one).run(reportContent, { ...poster, ...spam })).rejects.toMatchObject({ code: 'moderation.already-reported' })
  await expect(as(author).run(reportContent, { ...poster, ...spam })).rejects.toMatchObject({ code: 'moderation.own' })
  const subject = (await queue()).find(({ title, reports }) => title === 'Une affiche' && reports === 2)
  expect(subject).toMatchObject({ label: 'affiche', reasons: ['hateful', 'spam'] })
  expect(await facts(contentReported)).toContainEqual({ subjectId: subject!.id })
})

test('a decision is told to the domain, and closes the question until the next report', async () => {
  const { as, facts } = await world()
  const moderator = as(await staff('moderator'))
  const poster = aPoster((await aPerson()).id)
  await as(await aPerson({ firstName: 'Léo', lastName: 'Roy' })).run(reportContent, { ...poster, ...spam })
  const subjectId = (await queue()).at(-1)!.id
  const { version, reports } = await moderator.run(showReported, { subjectId })
  expect(reports).toMatchObject([{ by: 'Léo Roy', reason: 'spam', words: 'Encore' }])
  await expect(moderator.run(decideOnReported, { subjectId, decision: 'hide', reason: '' }, { version })).rejects.toMatchObject({ status: 422 })
  await moderator.run(decideOnReported, { subjectId, decision: 'hide', reason: 'Publicité' }, { version })
  expect((await facts(contentDecided)).at(-1)).toMatchObject({ ...poster, decision: 'hide' })
  expect((await queue()).map(({ id }) => id)).not.toContain(subjectId)
  expect((await queue('decided')).map(({ id }) => id)).toContain(subjectId)
  await expect(moderator.run(decideOnReported, { subjectId, decision: 'dismiss', reason: 'x' }, { version: version + 1 })).rejects.toMatchObject({ code: 'moderation.decided' })
  await as(await aPerson()).run(reportContent, { ...poster, ...spam })
  const again = await moderator.run(showReported, { subjectId })
  expect(again).toMatchObject({ state: 'open', decisions: [{ decision: 'hide', reason: 'Publicité', by: 'Inès Garnier' }] })
  await expect(moderator.run(decideOnReported, { subjectId, decision: 'dismiss', reason: 'x' }, { version })).rejects.toMatchObject({ code: 'stale' })
})

test('one reports what one sees, signed in, as oneself; only those who moderate read and decide', async () => {
  const { as } = await world()
  const [person, other] = [await aPerson(), await aPerson()]
  const [poster, hidden] = [aPoster(null), aPoster(null, true)]
  await expect(as(person).run(reportContent, { ...hidden, ...spam })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(reportContent, { kind: 'no.such', targetId: v7(), ...spam })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(foreseeReport, hidden)).rejects.toMatchObject({ status: 404 })
  await expect(as().run(foreseeReport, poster)).rejects.toMatchObject({ status: 401 })
  await expect(as().run(reportContent, { ...poster, ...spam })).rejects.toMatchObject({ status: 401 })
  await expect(as({ id: person.id, grants: [], timeZone: 'Europe/Paris', by: other.id }).run(reportContent, { ...poster, ...spam })).rejects.toMatchObject({ status: 403 })
  await as(person).run(reportContent, { ...poster, ...spam })
  const subjectId = (await queue()).at(-1)!.id
  for (const [operation, input] of [[listReported, {}], [showReported, { subjectId }], [decideOnReported, { subjectId, decision: 'dismiss', reason: 'x' }]] as const) {
    await expect(as(person).run(operation, input as never, { version: 1 }), operation.name).rejects.toMatchObject({ status: 403 })
    await expect(as().run(operation, input as never, { version: 1 }), operation.name).rejects.toMatchObject({ status: 401 })
  }
  const admin = as(await staff('administrator'))
  await expect(admin.run(showReported, { subjectId: v7() })).rejects.toMatchObject({ status: 404 })
  await expect(admin.run(decideOnReported, { subjectId: v7(), decision: 'dismiss', reason: 'x' }, { version: 1 })).rejects.toMatchObject({ status: 404 })
  await admin.run(decideOnReported, { subjectId, decision: 'dismiss', reason: 'Rien à redire' }, { version: 1 })
})

test('the queue is given page by page, each once, the oldest first', async () => {
  const { as, db } = await world()
  await db.deleteFrom('moderation.decision').execute()
  await db.deleteFrom('moderation.report').execute()
  await db.deleteFrom('moderation.subject').execute()
  const person = await aPerson()
  for (let n = 0; n < 65; n++) await as(person).run(reportContent, { ...aPoster(null), ...spam })
  const moderator = as(await staff('moderator'))
  const seen: string[] = []
  let after: string | undefined
  do {
    const { subjects, next, waiting } = await moderator.run(listReported, { after })
    expect(waiting).toBe(65)
    seen.push(...subjects.map(({ id }) => id))
    after = next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(65)
  expect(seen).toHaveLength(65)
})

test('the portal reads no report, not even one\'s own words, and decides nothing', async () => {
  const { pools } = await world()
  for (const text of ['select words from moderation.report', 'select reason from moderation.report', 'select from moderation.decision', 'delete from moderation.report']) {
    await expect(pools.portal.query(text), text).rejects.toThrow(/permission denied/)
  }
})
