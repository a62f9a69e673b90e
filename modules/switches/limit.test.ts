import { expect, test } from 'vitest'
import { settings } from '#modules/settings/module.ts'
import { anAdministrator, LIMIT, shout, someone, world } from './fixtures.ts'
import { showSignals } from './operations/back-office/show-signals.ts'

const admin = anAdministrator()
/** Puts what this person did so many minutes earlier. */
const passes = async (id: string, minutes: number) => (await world()).pools.owner
  .query('update switches.use set starts_at = starts_at - make_interval(mins => $2::int) where person_id = $1', [id, minutes])

test('a burst is refused with the minutes to wait, then the day is; what is refused is not counted', async () => {
  const { as } = await world()
  const who = someone()
  for (let times = 0; times < LIMIT.burst; times++) await as(who).run(shout, {})
  const refused = await as(who).run(shout, {}).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'switches.too-fast', status: 429 })
  const { minutes } = (refused as { details: { minutes: number } }).details
  expect(minutes).toBeGreaterThan(0)
  expect(minutes).toBeLessThanOrEqual(10)
  await passes(who.id, 60)
  for (let times = LIMIT.burst; times < LIMIT.day; times++) await as(who).run(shout, {})
  await expect(as(who).run(shout, {})).rejects.toMatchObject({ code: 'switches.too-many-today', status: 429 })
  await passes(who.id, 24 * 60)
  await as(who).run(shout, {})
})

test('a new account may less, who works for an organisation more', async () => {
  const { as } = await world()
  const newcomer = someone('student', { isNew: true })
  for (let times = 0; times < LIMIT.newBurst; times++) await as(newcomer).run(shout, {})
  await expect(as(newcomer).run(shout, {})).rejects.toMatchObject({ code: 'switches.too-fast' })
  const teacher = someone('teacher')
  for (let times = 0; times < LIMIT.burst * LIMIT.staffTimes; times++) await as(teacher).run(shout, {})
  await expect(as(teacher).run(shout, {})).rejects.toMatchObject({ status: 429 })
})

test('at once, no more than the limit pass', async () => {
  const { as } = await world()
  const who = someone()
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => as(who).run(shout, {})))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(LIMIT.burst)
})

test('an administrator changes the limit while the service runs', async () => {
  const { as } = await world()
  const who = someone()
  for (let times = 0; times < LIMIT.burst; times++) await as(who).run(shout, {})
  await expect(as(who).run(shout, {})).rejects.toMatchObject({ status: 429 })
  const change = (burst: number, version: number) =>
    as(admin).run(settings.backOffice.operations['changeSetting']!, { key: 'switches.limit-shouts', values: { ...LIMIT, burst },
      reason: 'Essai' }, { version })
  await change(10, 0)
  await as(who).run(shout, {})
  await change(LIMIT.burst, 1)
})

test('signals say who sends how much; nobody else looks', async () => {
  const { as } = await world()
  const who = someone()
  await as(who).run(shout, {})
  const answer = await as(admin).run(showSignals, { feature: 'shouts' })
  expect(answer.points.at(-1)!.value).toBeGreaterThan(0)
  expect(answer.organisations[0]).toMatchObject({ name: 'Lycée Simone-Veil' })
  expect(answer.people.length).toBeGreaterThan(0)
  await expect(as(who).run(showSignals, {})).rejects.toMatchObject({ status: 403 })
  await expect(as().run(showSignals, {})).rejects.toMatchObject({ status: 401 })
})
