import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { contentDecided, contentReported } from './events.ts'
import { aPerson, aPoster, moderator, staff, world } from './fixtures.ts'
import { decideOnReported, decideOnReportedAsStaff } from './operations/decide-on-reported.ts'
import { foreseeReport } from './operations/foresee-report.ts'
import { judgeAppeal, judgeAppealAsStaff } from './operations/judge-appeal.ts'
import { countReported } from './operations/count-reported.ts'
import { listReported, listReportedAsStaff } from './operations/list-reported.ts'
import { reportContent } from './operations/report-content.ts'
import { showReported, showReportedAsStaff } from './operations/show-reported.ts'

const spam = { reason: 'spam' as const, words: 'Encore' }
const hiding = { decision: 'hide' as const, ground: 'spam' as const, reason: 'Publicité' }
const queue = async (state?: 'open' | 'decided') => (await (await world()).as(await moderator()).run(listReported, { state })).subjects

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
  expect(subject).toMatchObject({ label: 'affiche', isHeld: false, reasons: ['hateful', 'spam'] })
  expect(await facts(contentReported)).toContainEqual({ subjectId: subject!.id })
})

test('a decision is told to the domain, and closes the question until the next report, of the same person too', async () => {
  const { as, facts } = await world()
  const { run } = as(await moderator())
  const [poster, reporter] = [aPoster((await aPerson()).id), await aPerson({ firstName: 'Léo', lastName: 'Roy' })]
  await as(reporter).run(reportContent, { ...poster, ...spam })
  const subjectId = (await queue()).at(-1)!.id
  const { version, reports, choices } = await run(showReported, { subjectId })
  expect(reports).toMatchObject([{ by: 'Léo Roy', reason: 'spam', words: 'Encore' }])
  expect(choices).toEqual(['keep', 'ask', 'hide', 'delete'])
  const decide = (input: object, seen = version) => run(decideOnReported, { subjectId, ...hiding, ...input }, { version: seen })
  await expect(decide({ reason: '' })).rejects.toMatchObject({ status: 422, issues: [{ field: 'reason' }] })
  await expect(decide({ ground: null })).rejects.toMatchObject({ status: 422, issues: [{ field: 'ground' }] })
  await expect(decide({ decision: 'release' })).rejects.toMatchObject({ code: 'moderation.not-this-decision' })
  await decide({ decision: 'ask' })
  expect((await facts(contentDecided)).at(-1)).toMatchObject({ ...poster, decision: 'ask' })
  expect((await queue()).map(({ id }) => id)).not.toContain(subjectId)
  expect((await queue('decided')).map(({ id }) => id)).toContain(subjectId)
  await expect(decide({ decision: 'keep' }, version + 1)).rejects.toMatchObject({ code: 'moderation.decided' })
  await as(reporter).run(reportContent, { ...poster, reason: 'hateful', words: 'Rien n’a changé' })
  const again = await run(showReported, { subjectId })
  expect(again).toMatchObject({ state: 'open', reports: [{ reason: 'hateful', words: 'Rien n’a changé' }], decisions: [{ decision: 'ask', ground: 'spam', by: 'Inès Garnier' }] })
  await expect(decide({ decision: 'keep' })).rejects.toMatchObject({ code: 'stale' })
  await decide({ decision: 'keep', ground: null }, again.version)
})

test('one reports what one sees, signed in, as oneself', async () => {
  const { as } = await world()
  const [person, other] = [await aPerson(), await aPerson()]
  const [poster, hidden] = [aPoster(null), aPoster(null, true)]
  await expect(as(person).run(reportContent, { ...hidden, ...spam })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(reportContent, { kind: 'no.such', targetId: v7(), ...spam })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(foreseeReport, hidden)).rejects.toMatchObject({ status: 404 })
  await expect(as().run(foreseeReport, poster)).rejects.toMatchObject({ status: 401 })
  await expect(as().run(reportContent, { ...poster, ...spam })).rejects.toMatchObject({ status: 401 })
  await expect(as({ id: person.id, grants: [], timeZone: 'Europe/Paris', by: other.id }).run(reportContent, { ...poster, ...spam })).rejects.toMatchObject({ status: 403 })
})

test('moderators work in the portal, administrators in the back office, and nobody else at either door; never on what one published', async () => {
  const { as } = await world()
  const [person, admin, ines] = [await aPerson(), await staff('administrator'), await moderator()]
  const report = async (authorId: string) => {
    await as(person).run(reportContent, { ...aPoster(authorId), ...spam })
    return (await queue()).at(-1)!.id
  }
  const subjectId = await report((await aPerson()).id)
  const doors = [
    { mine: ines, other: admin, operations: [listReported, showReported, decideOnReported, judgeAppeal] },
    { mine: admin, other: ines, operations: [listReportedAsStaff, showReportedAsStaff, decideOnReportedAsStaff, judgeAppealAsStaff] },
  ]
  for (const { mine, other, operations } of doors) {
    const [list, show, decide, judge] = operations
    for (const [operation, input] of [[list, {}], [show, { subjectId }], [decide, { subjectId, decision: 'keep', reason: 'x' }],
      [judge, { subjectId, outcome: 'upheld', reason: 'x' }]] as const) {
      for (const one of [person, other]) await expect(as(one).run(operation!, input as never, { version: 1 }), operation!.name).rejects.toMatchObject({ status: 403 })
      await expect(as().run(operation!, input as never, { version: 1 }), operation!.name).rejects.toMatchObject({ status: 401 })
      if (operation === list) continue
      await expect(as(mine).run(operation!, { ...input, subjectId: v7() }, { version: 1 })).rejects.toMatchObject({ status: 404 })
    }
    const own = await report(mine.id)
    expect((await as(mine).answer(show!, { subjectId: own })).can).toMatchObject({ decide: false })
    await expect(as(mine).run(decide!, { subjectId: own, decision: 'keep', reason: 'x' } as never, { version: 1 })).rejects.toMatchObject({ status: 403 })
  }
  const before = (await as(admin).run(countReported, {})).count
  for (const one of [person, ines]) await expect(as(one).run(countReported, {})).rejects.toMatchObject({ status: 403 })
  await expect(as().run(countReported, {})).rejects.toMatchObject({ status: 401 })
  await as(admin).run(decideOnReportedAsStaff, { subjectId, ...hiding }, { version: 1 })
  expect(await as(admin).run(countReported, {})).toEqual({ count: before - 1 })
  expect(await as(admin).run(showReportedAsStaff, { subjectId })).toMatchObject({ state: 'decided', standing: 'hidden' })
})

test('the queue is given page by page, each once, the oldest first', async () => {
  const { as, db } = await world()
  for (const table of ['decision', 'report', 'subject']) await db.deleteFrom(`moderation.${table}`).execute()
  const person = await aPerson()
  for (let n = 0; n < 65; n++) await as(person).run(reportContent, { ...aPoster(null), ...spam })
  const { run } = as(await moderator())
  const seen: string[] = []
  let after: string | undefined
  do {
    const { subjects, next, waiting } = await run(listReported, { after })
    expect(waiting).toBe(65)
    seen.push(...subjects.map(({ id }) => id))
    after = next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(65)
  expect(seen).toHaveLength(65)
})

test('the database itself shows reports and decisions to moderators alone, and lets nobody else decide', async () => {
  const { pools, as, db } = await world()
  const [person, other, ines, poster] = [await aPerson(), await aPerson(), await moderator(), aPoster(null)]
  await as(person).run(reportContent, { ...poster, ...spam })
  const { id: subjectId } = await db.selectFrom('moderation.subject').select('id').where('target_id', '=', poster.targetId).executeTakeFirstOrThrow()
  const asked = async (who: { id: string }, text: string, values: unknown[] = []) => {
    const client = await pools.portal.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.person', $1, true)`, [who.id])
      return (await client.query(text, values)).rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const words = 'select words from moderation.report where subject_id = $1'
  expect(await asked(person, words, [subjectId])).toEqual([{ words: 'Encore' }])
  expect(await asked(ines, words, [subjectId])).toEqual([{ words: 'Encore' }])
  expect(await asked(other, words, [subjectId])).toEqual([])
  const decide = 'insert into moderation.decision (id, subject_id, person_id, decision, reason, at) values (gen_random_uuid(), $1, $2, $3, $4, now())'
  await expect(asked(other, decide, [subjectId, other.id, 'keep', 'x'])).rejects.toThrow(/row-level security/)
  await expect(asked(ines, decide, [subjectId, other.id, 'keep', 'x'])).rejects.toThrow(/row-level security/)
  await asked(ines, decide, [subjectId, ines.id, 'keep', 'x'])
  await expect(pools.portal.query('select from moderation.report')).rejects.toThrow(/app\.person|uuid/)
  for (const text of ['delete from moderation.report', 'update moderation.decision set reason = \'\'', 'delete from moderation.appeal']) {
    await expect(pools.portal.query(text), text).rejects.toThrow(/permission denied/)
  }
})
