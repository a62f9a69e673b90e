import { beforeAll, expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { command, type Context } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { module } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { z } from 'zod'
import { contentDecided, contentHeld, decisionAppealed } from './events.ts'
import { aPoster, moderatorIn, personIn } from './fixtures.ts'
import { hold } from './hold.ts'
import { moderation } from './module.ts'
import { appealDecision } from './operations/appeal-decision.ts'
import { decideOnReported, decideOnReportedAsStaff } from './operations/decide-on-reported.ts'
import { judgeAppeal, judgeAppealAsStaff } from './operations/judge-appeal.ts'
import { listDecisionsOnMine } from './operations/list-decisions-on-mine.ts'
import { listReported } from './operations/list-reported.ts'
import { reportContent } from './operations/report-content.ts'
import { showReported } from './operations/show-reported.ts'

/** A domain that shows posters, and holds them all. */
const showPoster = command({
  http: 'POST /posters', input: z.object({ targetId: z.uuid() }), output: z.object({}), allow: signedIn,
  run: async (context: Context, { targetId }) => {
    await hold(context, { kind: 'tests.poster', targetId, title: 'Une affiche', href: `/affiches/${targetId}`, authorId: context.actor.id!, reason: 'spam' })
    return {}
  },
})
const world = worldOf(module({ name: 'posters', folder: 'kernel/none', needs: [moderation], operations: { showPoster } }))

type Somebody = Awaited<ReturnType<typeof moderatorIn>>
let ines: Somebody, omar: Somebody
beforeAll(async () => {
  const { db } = await world()
  ines = await moderatorIn(db, 'Inès')
  omar = await moderatorIn(db, 'Omar')
})
const aPerson = async () => personIn((await world()).db)
const hiding = { decision: 'hide' as const, ground: 'spam' as const, reason: 'Ce n’est que de la publicité' }

const reported = async () => {
  const { as, db } = await world()
  const author = await aPerson()
  const poster = aPoster(author.id)
  await as(await aPerson()).run(reportContent, { ...poster, reason: 'spam', words: 'Secret' })
  const { id } = await db.selectFrom('moderation.subject').select('id').where('target_id', '=', poster.targetId).executeTakeFirstOrThrow()
  return { author, poster, subjectId: id as string }
}
/** Decides as the one given, with the version of now. */
const decide = async (by: Somebody, subjectId: string, input: object = hiding) => {
  const { run } = (await world()).as(by)
  const { version } = await run(showReported, { subjectId })
  await run(decideOnReported, { subjectId, ...hiding, ...input }, { version })
}
const mine = async (author: { id: string }) => (await (await world()).as(author).run(listDecisionsOnMine, {})).subjects

test('what is held waits for moderators and is known to its author; released, it is told to the domain', async () => {
  const { as, facts } = await world()
  const [author, targetId] = [await aPerson(), v7()]
  await as(author).run(showPoster, { targetId })
  const { subjects } = await as(ines).run(listReported, {})
  const subjectId = subjects.at(-1)!.id
  expect(subjects.at(-1)).toMatchObject({ title: 'Une affiche', isHeld: true, reports: 0, reasons: ['spam'] })
  expect(await facts(contentHeld)).toEqual([{ subjectId }])
  expect(await mine(author)).toMatchObject([{ standing: 'held', decisions: [] }])
  expect(await as(ines).run(showReported, { subjectId })).toMatchObject({ standing: 'held', heldFor: 'spam', choices: ['release', 'hide', 'delete'] })
  await expect(decide(ines, subjectId, { decision: 'keep' })).rejects.toMatchObject({ code: 'moderation.not-this-decision' })
  await decide(ines, subjectId, { decision: 'release', ground: null, reason: 'Bienvenue' })
  expect((await facts(contentDecided)).at(-1)).toMatchObject({ targetId, decision: 'release' })
  expect(await mine(author)).toMatchObject([{ standing: 'shown', decisions: [{ decision: 'release', mayAppeal: false }] }])
})

test('the author reads what was decided and why, never who reported nor who decided; others read nothing of it', async () => {
  const { author, subjectId } = await reported()
  expect(await mine(author)).toEqual([])
  await decide(ines, subjectId)
  const told = await mine(author)
  expect(told).toMatchObject([{ standing: 'hidden', decisions: [{ decision: 'hide', ground: 'spam', reason: hiding.reason, mayAppeal: true, appeal: null }] }])
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`Secret|Inès|${ines.id}`))
  expect(await mine(await aPerson())).toEqual([])
  await expect((await world()).as().run(listDecisionsOnMine, {})).rejects.toMatchObject({ status: 401 })
})

test('the author appeals once, somebody else judges, and that is the last word', async () => {
  const { as, facts } = await world()
  const { author, poster, subjectId } = await reported()
  await decide(ines, subjectId)
  const { run } = as(author)
  const { id: decisionId } = (await mine(author))[0]!.decisions[0]!
  const words = { decisionId, words: 'C’est une association' }
  await expect(as(await aPerson()).run(appealDecision, words)).rejects.toMatchObject({ status: 404 })
  await expect(as().run(appealDecision, words)).rejects.toMatchObject({ status: 404 })
  await expect(as({ id: author.id, grants: [], timeZone: 'Europe/Paris', by: ines.id }).run(appealDecision, words)).rejects.toMatchObject({ status: 403 })
  await expect(run(appealDecision, { decisionId, words: ' ' })).rejects.toMatchObject({ status: 422, issues: [{ field: 'words' }] })
  await run(appealDecision, words)
  await expect(run(appealDecision, words)).rejects.toMatchObject({ code: 'moderation.already-appealed' })
  expect(await facts(decisionAppealed)).toContainEqual({ subjectId })
  expect(await mine(author)).toMatchObject([{ decisions: [{ mayAppeal: false, appeal: { words: words.words } }] }])
  expect((await as(omar).run(listReported, { state: 'appealed' })).subjects.map(({ id }) => id)).toContain(subjectId)

  expect(await as(ines).answer(showReported, { subjectId })).toMatchObject({ output: { appeal: { isOwnDecision: true } }, can: { judge: false } })
  const { version } = await as(omar).run(showReported, { subjectId })
  const judgement = { subjectId, outcome: 'overturned' as const, reason: 'En effet' }
  await expect(as(ines).run(judgeAppeal, judgement, { version })).rejects.toMatchObject({ status: 403 })
  await expect(as(omar).run(judgeAppeal, judgement, { version: version - 1 })).rejects.toMatchObject({ code: 'stale' })
  await as(omar).run(judgeAppeal, judgement, { version })
  expect((await facts(contentDecided)).at(-1)).toMatchObject({ targetId: poster.targetId, decision: 'release' })
  expect(await mine(author)).toMatchObject([{ standing: 'shown', decisions: [{ decision: 'release', onAppeal: true, mayAppeal: false, reason: 'En effet' }, { decision: 'hide', mayAppeal: false }] }])
  await expect(as(omar).run(judgeAppeal, judgement, { version: version + 1 })).rejects.toMatchObject({ code: 'moderation.judged' })
})

test('an appeal that is not followed leaves all as it was, for good; a report meanwhile does not push it out', async () => {
  const { as, db } = await world()
  const { author, poster, subjectId } = await reported()
  await decide(ines, subjectId, { decision: 'ask' })
  const { id: decisionId } = (await mine(author))[0]!.decisions[0]!
  await as(author).run(appealDecision, { decisionId, words: 'Non' })
  await as(await aPerson()).run(reportContent, { ...poster, reason: 'other', words: '' })
  const { state, version } = await as(omar).run(showReported, { subjectId })
  expect(state).toBe('appealed')
  await expect(as(omar).run(decideOnReported, { subjectId, ...hiding }, { version })).rejects.toMatchObject({ code: 'moderation.decided' })
  await as(omar).run(judgeAppeal, { subjectId, outcome: 'upheld', reason: 'La publicité reste' }, { version })
  const [{ decisions: [last] } = { decisions: [] }] = await mine(author)
  expect(last).toMatchObject({ decision: 'ask', ground: 'spam', onAppeal: true, mayAppeal: false })
  await expect(as(author).run(appealDecision, { decisionId: last!.id, words: 'Encore' })).rejects.toMatchObject({ code: 'moderation.not-appealable' })
  await expect(as(author).run(appealDecision, { decisionId, words: 'Encore' })).rejects.toMatchObject({ code: 'moderation.not-appealable' })
  const trace = await db.selectFrom('audit.entry').select(['operation', 'outcome']).where('operation', 'like', 'moderation.%').execute()
  for (const name of ['reportContent', 'decideOnReported', 'appealDecision', 'judgeAppeal']) {
    expect(trace).toContainEqual({ operation: `moderation.${name}`, outcome: 'done' })
  }
})

test('the database refuses a judge who had decided, at the other door too', async () => {
  const { as, db } = await world()
  const both = await moderatorIn(db, 'Zoé', ['moderator', 'administrator'])
  const { author, subjectId } = await reported()
  await decide(both, subjectId)
  const { id: decisionId } = (await mine(author))[0]!.decisions[0]!
  await as(author).run(appealDecision, { decisionId, words: 'Non' })
  const { version } = await as(both).run(showReported, { subjectId })
  await expect(as(both).run(judgeAppealAsStaff, { subjectId, outcome: 'upheld', reason: 'x' }, { version })).rejects.toMatchObject({ status: 403 })
  const { id: appealId } = await db.selectFrom('moderation.appeal').select('id').where('decision_id', '=', decisionId).executeTakeFirstOrThrow()
  await expect(db.insertInto('moderation.decision').values({
    id: v7(), subject_id: subjectId, person_id: both.id, decision: 'hide', reason: 'x', appeal_id: appealId, at: new Date(),
  }).execute()).rejects.toThrow('judged by somebody else')
})

test('an administrator decides at their door what a moderator may then judge', async () => {
  const { as, db } = await world()
  const admin = await moderatorIn(db, 'Camille', ['administrator'])
  const { author, subjectId } = await reported()
  await as(admin).run(decideOnReportedAsStaff, { subjectId, ...hiding, decision: 'delete' }, { version: 1 })
  expect(await mine(author)).toMatchObject([{ standing: 'deleted' }])
  const { id: decisionId } = (await mine(author))[0]!.decisions[0]!
  await as(author).run(appealDecision, { decisionId, words: 'Non' })
  await as(omar).run(judgeAppeal, { subjectId, outcome: 'overturned', reason: 'Trop sévère' }, { version: 3 })
  expect(await mine(author)).toMatchObject([{ standing: 'shown' }])
})
