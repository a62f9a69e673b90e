import { expect, test } from 'vitest'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aGuide, aPerson, aPoster, moderator, world } from './fixtures.ts'
import { appealDecision } from './operations/appeal-decision.ts'
import { decideOnReported } from './operations/decide-on-reported.ts'
import { foreseeReport } from './operations/foresee-report.ts'
import { listDecisionsOnMine } from './operations/list-decisions-on-mine.ts'
import { listReported } from './operations/list-reported.ts'
import { reportContent } from './operations/report-content.ts'
import { showReported } from './operations/show-reported.ts'
import type { Decision, Reason } from './reasons.ts'

const { lastTo, to } = aMailbox()
const other = 'https://exemple.fr/ressources/la-meme'

type Guide = ReturnType<typeof aGuide>
const report = async (guide: Guide, reason: Reason, more: { repeats?: string } = {}) =>
  (await world()).as(await aPerson()).run(reportContent, { ...guide, reason, words: '', ...more })
const subjectOf = async ({ targetId }: Guide) => (await world()).db.selectFrom('moderation.subject').select(['id', 'version'])
  .where('target_id', '=', targetId).executeTakeFirstOrThrow()
const decide = async (guide: Guide, decision: Decision, ground: Reason | null) => {
  const { id: subjectId, version } = await subjectOf(guide)
  const decided = { subjectId, decision, ground, reason: 'Les adresses ont changé' }
  return (await world()).as(await moderator()).run(decideOnReported, decided, { version })
}
const queued = async (concern?: 'offence' | 'defect') => {
  const { subjects } = await (await world()).as(await moderator()).run(listReported, { concern })
  return subjects.map(({ id }) => id)
}

test('what is out of date, mistaken or there twice is reported where the domain says so, and nowhere else', async () => {
  const { as } = await world()
  const [person, guide, poster] = [await aPerson(), aGuide(null), aPoster(null)]
  expect((await as(person).run(foreseeReport, guide)).reasons.slice(0, 4)).toEqual(['outdated', 'errors', 'duplicate', 'unlawful'])
  expect((await as(person).run(foreseeReport, poster)).reasons).not.toContain('outdated')
  await expect(as(person).run(reportContent, { ...poster, reason: 'outdated', words: '' }))
    .rejects.toMatchObject({ code: 'moderation.not-this-reason', status: 409 })
  await expect(as().run(reportContent, { ...guide, reason: 'outdated', words: '' })).rejects.toMatchObject({ status: 401 })
  const unseen = { ...guide, targetId: person.id, reason: 'outdated' as const, words: '' }
  await expect(as(person).run(reportContent, unseen)).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(reportContent, { ...guide, reason: 'duplicate', words: '', repeats: 'javascript:alert(1)' }))
    .rejects.toMatchObject({ status: 422, issues: [{ field: 'repeats' }] })
  await as(person).run(reportContent, { ...guide, reason: 'duplicate', words: '', repeats: other })
  const { reports, grounds } = await as(await moderator()).run(showReported, { subjectId: (await subjectOf(guide)).id })
  expect(reports).toMatchObject([{ reason: 'duplicate', repeats: other }])
  expect(grounds).toContain('duplicate')
  const outdated = aGuide(null)
  await report(outdated, 'outdated', { repeats: other })
  const shown = await as(await moderator()).run(showReported, { subjectId: (await subjectOf(outdated)).id })
  expect(shown.reports).toMatchObject([{ repeats: null }])
})

test('moderators read offences first, and defects apart; one offence among reports of defects makes it serious', async () => {
  const { as } = await world()
  const [old, unlawful] = [aGuide(null), aGuide(null)]
  await report(old, 'outdated')
  await report(unlawful, 'errors')
  await report(unlawful, 'unlawful')
  await report(unlawful, 'outdated')
  const [{ id: oldId }, { id: unlawfulId }] = [await subjectOf(old), await subjectOf(unlawful)]
  expect(await queued()).toContain(unlawfulId)
  expect(await queued()).not.toContain(oldId)
  expect(await queued('defect')).toContain(oldId)
  expect(await queued('defect')).not.toContain(unlawfulId)
  const counts = async () => as(await moderator()).run(listReported, {})
  const before = await counts()
  await decide(unlawful, 'keep', null)
  await report(unlawful, 'outdated')
  expect(await queued('defect')).toContain(unlawfulId)
  const after = await counts()
  expect([after.waiting, after.defects]).toEqual([before.waiting - 1, before.defects + 1])
  await expect(as(await aPerson()).run(listReported, { concern: 'defect' })).rejects.toMatchObject({ status: 403 })
})

test('a defect is mended: what is there twice may be hidden too, nothing is deleted for it', async () => {
  const { pools } = await world()
  const [old, twice] = [aGuide((await aPerson()).id), aGuide((await aPerson()).id)]
  await report(old, 'outdated')
  await report(twice, 'duplicate')
  for (const decision of ['hide', 'delete'] as const) {
    await expect(decide(old, decision, 'outdated')).rejects.toMatchObject({ code: 'moderation.too-much', status: 409 })
    const text = `insert into moderation.decision (id, subject_id, decision, ground, reason, at)
      values (gen_random_uuid(), $1, $2, 'errors', 'x', now())`
    await expect(pools.owner.query(text, [(await subjectOf(old)).id, decision])).rejects.toThrow(/decision_measured/)
  }
  await expect(decide(twice, 'delete', 'duplicate')).rejects.toMatchObject({ code: 'moderation.too-much' })
  await decide(old, 'ask', 'outdated')
  await decide(twice, 'hide', 'duplicate')
})

test('the author is helped and not reproached; who reported learns that it was passed on', async () => {
  const { as, work } = await world()
  const [author, reporter] = [await aPerson(), await aPerson({ firstName: 'Léo', lastName: 'Roy' })]
  const guide = aGuide(author.id)
  await as(reporter).run(reportContent, { ...guide, reason: 'outdated', words: 'Secret' })
  await decide(guide, 'ask', 'outdated')
  await work()
  const told = await lastTo(author.email)
  expect(told?.subject).toBe('Pour améliorer «\u00a0Une affiche\u00a0»')
  for (const words of ['Une personne signale que votre fiche n’est plus à jour.', 'Les adresses ont changé', 'rien ne vous est reproché']) {
    expect(told?.text).toContain(words)
  }
  expect(told?.text).not.toMatch(/Léo|Roy|Secret|Inès|décision|contester|recours/i)
  expect((await lastTo(reporter.email))?.text).toContain('est transmis à la personne qui l’a publiée')
  const { subjects: [mine] } = await as(author).run(listDecisionsOnMine, {})
  expect(mine?.decisions).toMatchObject([{ decision: 'ask', ground: 'outdated', isDefect: true, mayAppeal: false }])
  await expect(as(author).run(appealDecision, { decisionId: mine!.decisions[0]!.id, words: 'Non' }))
    .rejects.toMatchObject({ code: 'moderation.not-appealable' })
})

test('a report of a defect that comes to nothing is answered without speaking of rules; a hidden duplicate is appealed', async () => {
  const { as, work } = await world()
  const [author, reporter] = [await aPerson(), await aPerson()]
  const guide = aGuide(author.id)
  await as(reporter).run(reportContent, { ...guide, reason: 'errors', words: '' })
  await decide(guide, 'keep', null)
  await work()
  expect((await lastTo(reporter.email))?.text).toContain('Elle reste en ligne telle quelle.')
  expect((await lastTo(reporter.email))?.text).not.toContain('règles')
  expect(to(author.email)).toEqual([])
  await report(guide, 'duplicate')
  await decide(guide, 'hide', 'duplicate')
  await work()
  expect((await lastTo(author.email))?.text).toContain('C’est un doublon')
  const { subjects: [mine] } = await as(author).run(listDecisionsOnMine, {})
  await as(author).run(appealDecision, { decisionId: mine!.decisions[0]!.id, words: 'L’autre ne dit pas la même chose' })
})
