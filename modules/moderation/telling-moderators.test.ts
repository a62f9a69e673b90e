import { expect, test } from 'vitest'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aGuide, aPerson, aPoster, personIn, staff, world } from './fixtures.ts'
import { decideOnReported } from './operations/decide-on-reported.ts'
import { reportContent } from './operations/report-content.ts'
import type { Reason } from './reasons.ts'

const { to } = aMailbox()

type Thing = ReturnType<typeof aPoster>
interface Line { title: string; body: string | null; href: string; isUnread: boolean; mutable: { subject: string, label: string }[] }

const operation = async (name: string) => (await world()).modules.find((one) => one.name === 'notifications')!.operations[name]!
/** What somebody reads on their page of notifications. */
const told = async (person: { id: string }): Promise<Line[]> => {
  const { notifications } = await (await world()).as(person).run(await operation('listNotifications'), {}) as { notifications: Line[] }
  // French spaces do not break lines: those who read the test would not see them.
  return notifications.map((line) => ({ ...line, title: line.title.replaceAll('\u00a0', ' ') }))
}
const titles = async (person: { id: string }) => (await told(person)).map(({ title }) => title)

const report = async (thing: Thing, reason: Reason, by?: { id: string }) => {
  const { as, work } = await world()
  await as(by ?? await aPerson({ firstName: 'Léo', lastName: 'Roy' })).run(reportContent, { ...thing, reason, words: 'Secret' })
  await work()
}
const decide = async (thing: Thing, by: { id: string }, decision: 'keep' | 'ask' = 'keep', ground: Reason | null = null) => {
  const { as, db, work } = await world()
  const { id: subjectId, version } = await db.selectFrom('moderation.subject').select(['id', 'version'])
    .where('target_id', '=', thing.targetId).executeTakeFirstOrThrow()
  await as(by).run(decideOnReported, { subjectId, decision, ground, reason: 'Vu' }, { version })
  await work()
}
/** A team of one's own: what was reported before is decided, and those of other tests moderate no more. */
const aTeam = async () => {
  const { db } = await world()
  await db.deleteFrom('identity.platform_role').execute()
  await db.updateTable('moderation.subject').set({ state: 'decided' }).execute()
  const people = [await personIn(db, { firstName: 'Inès', platformRoles: ['moderator'] }),
    await personIn(db, { firstName: 'Gwen', platformRoles: ['moderator'] })]
  return people as [typeof people[number], typeof people[number]]
}

test('moderators are told of an offence at once, of several in one line that leads to the queue, and of nobody’s name', async () => {
  const [ines, gwen] = await aTeam()
  const [camille, somebody] = [await staff('administrator'), await aPerson()]
  await report(aPoster(null), 'spam')
  expect(await told(ines)).toMatchObject([{ title: 'Un signalement attend : « Une affiche »', href: '/moderation', isUnread: true }])
  const [mail] = to(ines.email)
  expect(mail?.subject).toContain('Un signalement attend')
  expect(mail?.text).not.toMatch(/Léo|Roy|Secret|Publicité/)
  await report(aPoster(null), 'hateful')
  await report(aPoster(null), 'spam')
  expect(await titles(ines)).toEqual(['3 signalements attendent'])
  expect(await titles(gwen)).toEqual(['3 signalements attendent'])
  // Their mail says how many once it may leave again; those who do not moderate in the portal are told nothing.
  expect(to(ines.email)).toHaveLength(1)
  for (const one of [camille, somebody]) expect(await told(one)).toEqual([])
})

test('what is to be mended waits for the digest, on a line of its own', async () => {
  const [ines] = await aTeam()
  await report(aGuide(null), 'outdated')
  await report(aGuide(null), 'errors')
  expect(await told(ines)).toMatchObject([{ title: '2 signalements attendent dans « À améliorer »', href: '/moderation?concern=defect' }])
  expect(to(ines.email)).toEqual([])
  const row = await (await world()).db.selectFrom('notifications.notification').select(['mail_pace', 'mail_at'])
    .where('person_id', '=', ines.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ mail_pace: 'daily', mail_at: expect.any(String) })
})

test('the same thing is told once while it waits, and again when it gets serious or comes back', async () => {
  const [ines] = await aTeam()
  const guide = aGuide(null)
  await report(guide, 'outdated')
  await report(guide, 'errors')
  expect(await titles(ines)).toEqual(['À améliorer : « Une affiche »'])
  await report(guide, 'unlawful')
  expect(await titles(ines)).toEqual(['Un signalement attend : « Une affiche »', 'À améliorer : « Une affiche »'])
  await decide(guide, ines)
  expect(await titles(ines)).toEqual([])
  await report(guide, 'outdated')
  expect(await titles(ines)).toEqual(['À améliorer : « Une affiche »'])
})

test('a moderator is told neither of their own report nor that somebody reported what they published', async () => {
  const [ines, gwen] = await aTeam()
  const guide = aGuide(null)
  await report(guide, 'outdated', ines)
  expect([await titles(ines), (await titles(gwen)).length]).toEqual([[], 1])
  // Of something more serious, which they have not said, they are.
  await report(guide, 'unlawful')
  expect(await titles(ines)).toEqual(['Un signalement attend : « Une affiche »'])
  const [, other] = await aTeam()
  await report(aPoster(other.id), 'spam')
  expect(await told(other)).toEqual([])
})

test('whoever decides has read what waits; once nothing waits nobody is told that something does', async () => {
  const [ines, gwen] = await aTeam()
  const [first, second, mended] = [aPoster(null), aPoster(null), aGuide(null)]
  await report(first, 'spam')
  await report(second, 'spam')
  await report(mended, 'outdated')
  await decide(first, ines)
  expect((await told(ines)).map(({ title, isUnread }) => [title, isUnread])).toEqual([
    ['À améliorer : « Une affiche »', true], ['2 signalements attendent', false],
  ])
  expect(await titles(gwen)).toContain('2 signalements attendent')
  await decide(second, ines)
  for (const one of [ines, gwen]) expect(await titles(one)).toEqual(['À améliorer : « Une affiche »'])
  await decide(mended, gwen, 'ask', 'outdated')
  for (const one of [ines, gwen]) expect(await told(one)).toEqual([])
})

test('a moderator chooses how they are told, and mutes a half of the queue; nobody else sees it to mute it', async () => {
  const { as } = await world()
  const [ines, gwen] = await aTeam()
  await report(aPoster(null), 'spam')
  const [line] = await told(ines)
  expect(line?.mutable).toMatchObject([{ label: 'file de modération' }])
  const mute = await operation('muteSubject')
  const { subject } = line!.mutable[0]!
  await as(ines).run(mute, { subject })
  await expect(as(await aPerson()).run(mute, { subject })).rejects.toMatchObject({ status: 404 })
  await as(gwen).run(await operation('chooseNotifications'), { mail: ['moderation.offence-reported=never'], screen: [] })
  await report(aPoster(null), 'spam')
  expect(await titles(ines)).toEqual(['Un signalement attend : « Une affiche »'])
  expect(to(gwen.email)).toHaveLength(1)
  await report(aGuide(null), 'outdated')
  expect(await titles(ines)).toContain('À améliorer : « Une affiche »')
})
