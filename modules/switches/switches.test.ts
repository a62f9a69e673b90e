import { connect } from '#kernel/db/connection.ts'
import { v7 } from '#kernel/id.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { afterAll, expect, test } from 'vitest'
import { heldBy, release, switchesFor } from './api.ts'
import { switchedOff, switchLifted } from './events.ts'
import { anAdministrator, organisation, shout, someone, whisper, world } from './fixtures.ts'
import { endSwitches } from './jobs.ts'
import { execute } from '#kernel/fact/execution.ts'
import { foreseeSwitch } from './operations/back-office/foresee-switch.ts'
import { liftSwitch } from './operations/back-office/lift-switch.ts'
import { listSwitches } from './operations/back-office/list-switches.ts'
import { turnOff } from './operations/back-office/turn-off.ts'

const admin = anAdministrator()
const close = async (given: object) => (await (await world()).as(admin).run(turnOff, { feature: 'shouts', reason: 'Vague',
  ...given })).switchId
const lift = async (switchId: string, held: 'send' | 'return' = 'send') =>
  (await world()).as(admin).run(liftSwitch, { switchId, reason: 'Fini', held })
const off = { code: 'switches.off', status: 503 }

test('what is closed to everybody is refused to all, and its end opens it again', async () => {
  const { as, facts } = await world()
  const [one, other] = [someone(), someone('teacher')]
  const switchId = await close({})
  for (const who of [one, other]) await expect(as(who).run(shout, {})).rejects.toMatchObject(off)
  expect(await facts(switchedOff)).toContainEqual({ switchId, feature: 'shouts' })
  await as(one).run(whisper, {})
  await lift(switchId)
  await as(one).run(shout, {})
  expect(await facts(switchLifted)).toContainEqual({ switchId, feature: 'shouts', held: 'send' })
  await expect(lift(switchId)).rejects.toMatchObject({ code: 'switches.lifted-already' })
})

test('one category of one organisation is closed out, and nobody else', async () => {
  const { as } = await world()
  const elsewhere = v7()
  const [student, teacher, other] = [someone('student'), someone('teacher'), someone('student', { organisationId: elsewhere })]
  const switchId = await close({ organisationId: organisation.id, role: 'student' })
  await expect(as(student).run(shout, {})).rejects.toMatchObject(off)
  await as(teacher).run(shout, {})
  await as(other).run(shout, {})
  await lift(switchId)
  const byRole = await close({ role: 'student' })
  for (const who of [student, other]) await expect(as(who).run(shout, {})).rejects.toMatchObject(off)
  await as(teacher).run(shout, {})
  await lift(byRole)
  const byPerson = await close({ personId: teacher.id })
  await as(student).run(shout, {})
  await expect(as(teacher).run(shout, {})).rejects.toMatchObject(off)
  // Whoever is erased takes nobody with them.
  await (await world()).db.updateTable('switches.switch').set({ person_id: null }).where('id', '=', byPerson).execute()
  await as(teacher).run(shout, {})
  await lift(byPerson)
})

test('it holds at once in another process, and so does its end', async () => {
  const the = await world()
  const pool = connect(the.address('sillage_portal'), 2)
  afterAll(() => pool.end())
  const other = createEngine(pool, portsOf(the.modules))
  const who = someone()
  const shoutThere = () => other.run(shout, {}, { actor: who, origin: { request: v7() } })
  await shoutThere()
  const switchId = await close({})
  await expect(shoutThere()).rejects.toMatchObject(off)
  await lift(switchId)
  await shoutThere()
})

test('what is written meanwhile waits, is found by whoever sends it, and waits no more', async () => {
  const { as, pools, engine } = await world()
  const context = { ...engine.context({ actor: admin, origin: { request: 'test' } }), db: (await world()).db }
  const who = someone()
  expect(await as(who).run(whisper, {})).toMatchObject({ isHeld: false })
  const switchId = await close({ feature: 'whispers' })
  const written = [await as(who).run(whisper, {}), await as(who).run(whisper, {})]
  expect(written.map((one) => one.isHeld)).toEqual([true, true])
  expect((await as(admin).run(listSwitches, {})).on).toMatchObject([{ id: switchId, held: 2, perimeter: { organisation: null,
    isForPerson: false } }])
  await lift(switchId, 'return')
  const waiting = await heldBy(context, switchId, 'voices.whisper')
  expect(waiting.map((one) => [one.subjectId, one.personId])).toEqual(written.map(({ id }) => [id, who.id]))
  await release(context, waiting.map(({ id }) => id))
  expect(await heldBy(context, switchId, 'voices.whisper')).toEqual([])
  await expect(pools.portal.query('select from switches.held')).rejects.toThrow(/app\.person|uuid/)
})

test('a job asks for those to whom it writes', async () => {
  const { engine } = await world()
  const context = engine.context({ actor: admin, origin: { request: 'test' } })
  const [student, teacher] = [someone('student'), someone('teacher')]
  expect(await switchesFor(context, 'whispers', [student.id])).toEqual(new Map())
  const switchId = await close({ feature: 'whispers', role: 'student', words: 'Messages en pause.' })
  expect([...await switchesFor(context, 'whispers', [student.id, teacher.id])])
    .toEqual([[student.id, { switchId, feature: 'whispers', words: 'Messages en pause.', endsAt: null }]])
  await lift(switchId)
})

test('an end date holds by itself, then whoever holds things is told, once', async () => {
  const { as, facts, pools, db } = await world()
  const switchId = await close({ hours: 1 })
  await expect(as(someone()).run(shout, {})).rejects.toMatchObject(off)
  await db.updateTable('switches.switch').set({ at: '2020-01-01T00:00:00Z', ends_at: new Date(Date.now() - 1000) }).where('id', '=',
    switchId).execute()
  await as(someone()).run(shout, {})
  for (let times = 0; times < 2; times++) await execute(pools.worker, endSwitches, {})
  expect((await facts(switchLifted)).filter((one) => one.switchId === switchId)).toHaveLength(1)
  expect((await as(admin).run(listSwitches, {})).past).toContainEqual(expect.objectContaining({ id: switchId, liftedBy: null }))
})

test('an administrator sees how many people are concerned before closing; what names nothing says so', async () => {
  const { as } = await world()
  someone('teacher')
  const foresee = (given: object) => as(admin).run(foreseeSwitch, { feature: 'shouts', ...given })
  const { foreseen } = await foresee({ organisation: 'Simone', role: 'teacher' })
  expect(foreseen).toMatchObject({ organisationId: organisation.id, role: 'teacher', perimeter: { organisation: organisation.name,
    role: 'Enseignant' } })
  expect(foreseen!.people).toBeGreaterThan(0)
  expect(await foresee({ organisation: 'Nulle part' })).toMatchObject({ wrong: 'switches.no-such-organisation', foreseen: null })
  expect(await foresee({ person: 'nobody@example.org' })).toMatchObject({ wrong: 'switches.no-such-person' })
  expect(await foresee({ feature: '' })).toMatchObject({ wrong: null, foreseen: null })
})

test('only an administrator closes, lifts or looks; what does not exist is not found', async () => {
  const { as } = await world()
  const switchId = await close({ personId: v7() })
  for (const [who, status] of [[someone('teacher'), 403], [undefined, 401]] as const) {
    await expect(as(who).run(turnOff, { feature: 'shouts', reason: 'x' })).rejects.toMatchObject({ status })
    await expect(as(who).run(liftSwitch, { switchId, reason: 'x', held: 'send' })).rejects.toMatchObject({ status })
    await expect(as(who).run(listSwitches, {})).rejects.toMatchObject({ status })
    await expect(as(who).run(foreseeSwitch, {})).rejects.toMatchObject({ status })
  }
  await expect(as(admin).run(turnOff, { feature: 'no-such', reason: 'x' })).rejects.toMatchObject({ status: 404 })
  await expect(as(admin).run(liftSwitch, { switchId: v7(), reason: 'x', held: 'send' })).rejects.toMatchObject({ status: 404 })
  await expect(as(admin).run(turnOff, { feature: 'shouts', reason: '' })).rejects.toMatchObject({ status: 422 })
  await lift(switchId)
})

test('the portal reads what is closed, neither why nor by whom, and closes nothing', async () => {
  const { pools } = await world()
  await pools.portal.query('select feature, words from switches.switch')
  for (const text of ['select reason from switches.switch', 'select by_person_id from switches.switch',
    'update switches.switch set lifted_at = now()']) {
    await expect(pools.portal.query(text)).rejects.toThrow(/permission denied/)
  }
})
