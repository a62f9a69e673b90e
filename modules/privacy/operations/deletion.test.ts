import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { finishDeletions, remindDeletions } from '../deletion-jobs.ts'
import { deletionAsked, deletionCancelled, personErased } from '../events.ts'
import { aPerson, provedPerson, world } from '../fixtures.ts'
import { sameName } from '../name-to-type.ts'
import { cancelDeletion } from './cancel-deletion.ts'
import { foreseeDeletion } from './foresee-deletion.ts'
import { requestArchive } from './request-archive.ts'
import { requestDeletion } from './request-deletion.ts'
import { showMyData } from './show-my-data.ts'

const there = await world()
const { as, db, work, facts, pools } = there
const DAY = 86_400_000

const someone = async (given: Parameters<typeof aPerson>[0] = {}) => {
  const person = await aPerson({ firstName: 'Zoé', lastName: 'Lefèvre', ...given })
  return { person, proved: provedPerson(person) }
}
const pass = (personId: string, days: number) => db.updateTable('privacy.deletion')
  .set({ asked_at: sql`asked_at - make_interval(days => ${days})`, due_at: sql`due_at - make_interval(days => ${days})` })
  .where('person_id', '=', personId).execute()
const erasedAt = async (id: string) => (await db.selectFrom('identity.person').select('erased_at').where('id', '=', id)
  .executeTakeFirstOrThrow())['erased_at']
const subjectsTo = (email: string) => there.lettersTo(email).map(({ subject }) => subject)

test('one asks to leave by typing one\'s name, sees when, changes one\'s mind, and nothing is erased', async () => {
  const { person, proved } = await someone()
  expect(await as(proved).answer(foreseeDeletion, {})).toMatchObject({
    output: { name: 'Zoé Lefèvre', days: 30, isFresh: true, dueAt: null, consequences: [] }, can: { requestDeletion: true },
  })
  await expect(as(proved).run(requestDeletion, { name: 'Zoé' })).rejects.toMatchObject({ code: 'privacy.name-differs' })
  const { dueAt } = await as(proved).run(requestDeletion, { name: ' zoe  LEFEVRE ' })
  expect((Date.parse(dueAt) - Date.now()) / DAY).toBeCloseTo(30, 1)
  await expect(as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })).rejects.toMatchObject({ code: 'privacy.deletion-waiting' })
  expect(await as(person).answer(showMyData, {})).toMatchObject({ output: { deletion: { reason: 'asked', dueAt } },
    can: { cancelDeletion: true } })
  await work()
  expect(there.lettersTo(person.email)).toMatchObject([{ subject: expect.stringContaining('sera supprimé le'),
    text: expect.stringContaining('Garder mon compte') }])

  await as(person).run(cancelDeletion, {})
  await expect(as(person).run(cancelDeletion, {})).rejects.toMatchObject({ status: 404 })
  expect(await as(person).answer(showMyData, {})).toMatchObject({ output: { deletion: null }, can: { cancelDeletion: false } })
  await pass(person.id, 31)
  await execute(pools.worker, finishDeletions, {})
  await work()
  expect(await erasedAt(person.id)).toBeNull()
  expect(subjectsTo(person.email)).toEqual([expect.any(String), 'Votre compte est gardé'])
  expect((await facts(deletionAsked)).length).toBeGreaterThan(0)
  expect((await facts(deletionCancelled)).length).toBeGreaterThan(0)
  // Once more: they may ask again.
  await as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })
})

test('a visitor is asked to sign in, an old proof is refused, another person finds nothing to cancel', async () => {
  const { person, proved } = await someone()
  const { person: other } = await someone()
  for (const operation of [foreseeDeletion, cancelDeletion, showMyData]) await expect(as().run(operation, {})).rejects
    .toMatchObject({ status: 401 })
  await expect(as().run(requestDeletion, { name: 'x' })).rejects.toMatchObject({ status: 401 })
  await expect(as(provedPerson(person, 16)).run(requestDeletion, { name: 'Zoé Lefèvre' })).rejects.toMatchObject({ code: 'proof-required' })
  await as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })
  await expect(as(other).run(cancelDeletion, {})).rejects.toMatchObject({ status: 404 })
  expect(await as(other).run(showMyData, {})).toMatchObject({ deletion: null, archive: null })
  // The second line: even a query that forgot its own condition sees nobody else's.
  const rows = await pools.portal.connect()
  await rows.query('begin')
  await rows.query(`select set_config('app.person', $1, true)`, [other.id])
  expect((await rows.query('select * from privacy.deletion')).rows).toEqual([])
  await rows.query('rollback')
  rows.release()
})

test('somebody of the staff who acts in the person\'s place neither takes their data away, nor asks, nor undoes their departure',
  async () => {
  const { person, proved } = await someone()
  const acting = { ...proved, by: (await someone()).person.id }
  await expect(as(acting).run(requestDeletion, { name: 'Zoé Lefèvre' })).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  await expect(as(acting).run(requestArchive, {})).rejects.toMatchObject({ status: 403 })
  await as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })
  await expect(as(acting).run(cancelDeletion, {})).rejects.toMatchObject({ status: 403 })
  await expect(as(acting).run(showMyData, {})).rejects.toMatchObject({ status: 403 })
  await as(person).run(cancelDeletion, {})
})

test('two requests at once make one', async () => {
  const { proved } = await someone()
  const both = await Promise.allSettled([1, 2].map(() => as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('they are told once more some days before, then erased, told, and noted without their name', async () => {
  const { person, proved } = await someone()
  await as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })
  await work()
  await execute(pools.worker, remindDeletions, {})
  await work()
  expect(subjectsTo(person.email)).toHaveLength(1)
  await pass(person.id, 28)
  for (const _time of ['once', 'again']) {
    await execute(pools.worker, remindDeletions, {})
    await work()
  }
  expect(subjectsTo(person.email)).toHaveLength(2)
  await pass(person.id, 2)
  const { id } = await db.selectFrom('privacy.deletion').select('id').where('person_id', '=', person.id).executeTakeFirstOrThrow()
  await execute(pools.worker, finishDeletions, {})
  await work()
  // The minute more has not passed.
  expect(await erasedAt(person.id)).toBeNull()
  await pass(person.id, 1)
  for (const _time of ['once', 'again']) {
    await execute(pools.worker, finishDeletions, {})
    await work()
  }
  expect(await erasedAt(person.id)).toEqual(expect.any(String))
  expect(subjectsTo(person.email).at(-1)).toBe('Votre compte sur Sillage est supprimé')
  expect(subjectsTo(person.email)).toHaveLength(3)
  expect(await db.selectFrom('privacy.deletion').selectAll().where('id', '=', String(id)).executeTakeFirstOrThrow())
    .toMatchObject({ person_id: null, state: 'done' })
  expect(await facts(personErased)).toContainEqual({ personId: person.id })
  const entry = await db.selectFrom('audit.entry').selectAll().where('target', '=', String(id)).executeTakeFirstOrThrow()
  expect(entry).toMatchObject({ operation: 'privacy.finishDeletion', outcome: 'done', person_id: null })
  // Nothing that the jobs keep says where the last letter went.
  expect(JSON.stringify(await db.selectFrom('kernel.job_execution').selectAll().execute())).not.toContain(person.email)
})

test('the worker\'s role itself erases nobody whose delay is not over, nor makes it shorter than a day', async () => {
  const { person, proved } = await someone()
  await as(proved).run(requestDeletion, { name: 'Zoé Lefèvre' })
  const { id } = await db.selectFrom('privacy.deletion').select('id').where('person_id', '=', person.id).executeTakeFirstOrThrow()
  await expect(pools.worker.query('select privacy.erase($1)', [id])).rejects.toMatchObject({ code: 'P0002' })
  await expect(pools.worker.query('select privacy.erase($1)', [v7()])).rejects.toMatchObject({ code: 'P0002' })
  await expect(pools.portal.query('select privacy.erase($1)', [id])).rejects.toMatchObject({ code: '42501' })
  const { person: other } = await someone()
  await expect(pools.worker.query(`insert into privacy.deletion (id, person_id, reason, asked_at, due_at)
    values ($1, $2, 'inactive', now() - interval '9 days', now())`, [v7(), other.id])).rejects.toMatchObject({ code: '23514' })
})

test('a name is the same with or without its accents, capitals and spaces', () => {
  expect(sameName('  ZOE lefevre', 'Zoé Lefèvre')).toBe(true)
  expect(sameName('Zoé', 'Zoé Lefèvre')).toBe(false)
  expect(sameName('supprimer', 'supprimer')).toBe(true)
})
