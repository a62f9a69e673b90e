import { expect, test } from 'vitest'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aPerson, aPoster, moderator, world } from './fixtures.ts'
import { appealDecision } from './operations/appeal-decision.ts'
import { decideOnReported } from './operations/decide-on-reported.ts'
import { judgeAppeal } from './operations/judge-appeal.ts'
import { listDecisionsOnMine } from './operations/list-decisions-on-mine.ts'
import { reportContent } from './operations/report-content.ts'

const { lastTo, to } = aMailbox()
const hiding = { decision: 'hide' as const, ground: 'spam' as const, reason: 'Ce n’est que de la publicité' }

const reported = async () => {
  const { as, db } = await world()
  const [author, reporter] = [await aPerson(), await aPerson({ firstName: 'Léo', lastName: 'Roy' })]
  const poster = aPoster(author.id)
  const report = () => as(reporter).run(reportContent, { ...poster, reason: 'spam', words: 'Secret' })
  await report()
  const subject = async () => db.selectFrom('moderation.subject').select(['id', 'version']).where('target_id', '=',
    poster.targetId).executeTakeFirstOrThrow()
  const decide = async (decision: Omit<typeof hiding, 'decision' | 'ground'> & { decision: 'hide' | 'keep', ground: 'spam' | null }) => {
    const { id: subjectId, version } = await subject()
    await as(await moderator()).run(decideOnReported, { subjectId, ...decision }, { version })
  }
  return { author, reporter, report, subject, decide }
}

test('the author is told what was decided and why, who reported is told what became of it, and neither of the other', async () => {
  const { work } = await world()
  const { author, reporter, decide } = await reported()
  await decide(hiding)
  await work()
  const toAuthor = await lastTo(author.email)
  expect(toAuthor?.subject).toBe('Votre publication n’est plus visible : « Une affiche »')
  for (const words of ['Publicité, contenu indésirable', hiding.reason, '/decisions-sur-mes-publications',
    'une autre personne']) expect(toAuthor?.text).toContain(words)
  expect(toAuthor?.text).not.toMatch(/Léo|Roy|Secret|Inès|Garnier/)
  const toReporter = await lastTo(reporter.email)
  expect(toReporter?.subject).toBe('Votre signalement : « Une affiche »')
  expect(toReporter?.text).toContain('Elle n’est plus visible.')
  expect(toReporter?.text).not.toMatch(/Inès|Garnier|que de la publicité/)
})

test('that a report came to nothing is told to who made it, and not to the author; a later decision answers later reports only',
  async () => {
  const { as, work } = await world()
  const { author, reporter, report, decide } = await reported()
  const other = await aPerson()
  await decide({ decision: 'keep', ground: null, reason: 'Rien à redire' })
  await work()
  expect(to(author.email)).toEqual([])
  expect((await lastTo(reporter.email))?.text).toContain('n’y a rien trouvé')
  await report()
  await work()
  await decide(hiding)
  await work()
  expect(to(reporter.email)).toHaveLength(2)
  expect(to(author.email)).toHaveLength(1)
  expect(to(other.email)).toEqual([])
  expect((await as(author).run(listDecisionsOnMine, {})).subjects).toHaveLength(1)
})

test('the answer to an appeal is told to the author alone', async () => {
  const { as, work } = await world()
  const { author, reporter, subject, decide } = await reported()
  await decide(hiding)
  const { subjects: [mine] } = await as(author).run(listDecisionsOnMine, {})
  await as(author).run(appealDecision, { decisionId: mine!.decisions[0]!.id, words: 'Non' })
  const { id: subjectId, version } = await subject()
  await as(await moderator()).run(judgeAppeal, { subjectId, outcome: 'upheld', reason: 'La règle vaut pour toutes et tous' }, { version })
  await work()
  expect(to(reporter.email)).toHaveLength(1)
  expect(to(author.email).map(({ subject: words }) => words)).toEqual([
    'Votre publication n’est plus visible : « Une affiche »', 'La décision est maintenue : « Une affiche »',
  ])
  expect((await lastTo(author.email))?.text).toContain('définitive')
})
