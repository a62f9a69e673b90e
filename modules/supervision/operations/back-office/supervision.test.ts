import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { kyselyOn } from '#kernel/db/connection.ts'
import { job } from '#kernel/fact/job.ts'
import { v7 } from '#kernel/id.ts'
import { module } from '#kernel/operation/module.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { configureSupervision } from '../../disk.ts'
import { deliveryRetryAsked, jobRetryAsked } from '../../events.ts'
import { forgetFrequent } from '../../jobs.ts'
import { aDelivery, aJob, anAdministrator } from '../../fixtures.ts'
import { keepFigures } from '../../figures.ts'
import { statesOf, type Measures } from '../../health.ts'
import { supervision } from '../../module.ts'
import { countProblems } from './count-problems.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listJobs } from './list-jobs.ts'
import { retryDelivery } from './retry-delivery.ts'
import { retryJob } from './retry-job.ts'
import { showFigures } from './show-figures.ts'
import { showHealth } from './show-health.ts'
import { showJob } from './show-job.ts'

// A module of this test alone, whose job fails until told otherwise.
let broken = true
const sent: unknown[] = []
const sendParcel = job({ name: 'parcels.send', payload: z.object({ parcelId: z.uuid() }), attempts: 1, run: async (_, payload) => {
  if (broken) throw new TypeError('not now')
  sent.push(payload)
} })
const world = worldOf(supervision, module({ name: 'parcels', folder: 'kernel/none', jobs: [sendParcel] }))

const admin = anAdministrator()
const moderator: Actor = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'moderator' }], timeZone: 'Europe/Paris' }
const found = async (input: object) => (await (await world()).as(admin).run(listJobs, input)).jobs.map(({ id }) => id)

test.each([listJobs, listDeliveries, showHealth, countProblems, showFigures])('only an administrator may: $http', async (operation) => {
  const { as } = await world()
  await expect(as(moderator).run(operation as never, {} as never)).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  await expect(as().run(operation as never, {} as never)).rejects.toMatchObject({ status: 401 })
  await expect(as(admin).run(operation as never, {} as never)).resolves.toBeTruthy()
})

test('jobs are found by name, outcome and day; those of each minute that succeed, by their name only', async () => {
  const { db } = await world()
  const [failed, done, running] = [await aJob(db), await aJob(db, { state: 'done', name: 'parcels.weigh' }), await aJob(db, { state: 'running', name: 'parcels.count' })]
  const seal = await aJob(db, { name: 'audit.seal-trace', state: 'done' })
  const broke = await aJob(db, { name: 'audit.seal-trace' })
  const old = await aJob(db, { at: '2025-03-01T23:30:00.000Z', name: 'parcels.old', state: 'done' })
  expect(await found({})).toEqual([old, broke, running, done, failed])
  expect(await found({ name: 'audit.seal-trace' })).toEqual([broke, seal])
  expect(await found({ state: 'failed' })).toEqual([broke, failed])
  expect(await found({ state: 'running' })).toEqual([running])
  expect(await found({ from: '2025-03-02', to: '2025-03-02' })).toEqual([old])
  expect(await found({ to: '2025-03-01' })).toEqual([])
  const { names } = await (await world()).as(admin).run(listJobs, { name: 'parcels.weigh' })
  expect(names).toEqual(expect.arrayContaining(['audit.seal-trace', 'parcels.send', 'parcels.weigh']))
})

test('a long list of jobs goes on from the last one seen', async () => {
  const { db, as } = await world()
  const keys: string[] = []
  for (let index = 0; index < 52; index++) keys.push(await aJob(db, { name: 'parcels.many' }))
  const page = await as(admin).run(listJobs, { name: 'parcels.many' })
  expect([page.jobs.length, page.next]).toEqual([50, keys[2]])
  expect((await as(admin).run(listJobs, { name: 'parcels.many', before: page.next! })).jobs.map(({ id }) => id)).toEqual([keys[1], keys[0]])
})

test('a job that failed is done again, once asked, by the worker alone', async () => {
  const { as, db, facts, work } = await world()
  const parcelId = v7()
  const executionId = await aJob(db, { data: { parcelId } })
  expect(await as(admin).answer(showJob, { executionId })).toMatchObject({ output: { state: 'failed', data: { parcelId }, retry: null }, can: { retryJob: true } })
  broken = false
  await as(admin).run(retryJob, { executionId })
  expect(await facts(jobRetryAsked)).toEqual([{ executionId }])
  await work()
  expect(sent).toEqual([{ parcelId }])
  expect(await as(admin).run(showJob, { executionId })).toMatchObject({ retry: { at: expect.any(String), by: null } })
  await expect(as(admin).run(retryJob, { executionId })).rejects.toMatchObject({ code: 'supervision.already-retried', status: 409 })
  await expect(as(admin).run(retryJob, { executionId: await aJob(db, { state: 'done' }) })).rejects.toMatchObject({ code: 'supervision.not-failed' })
  for (const operation of [retryJob, showJob]) {
    await expect(as(moderator).run(operation as never, { executionId } as never)).rejects.toMatchObject({ status: 403 })
    await expect(as().run(operation as never, { executionId } as never)).rejects.toMatchObject({ status: 401 })
    await expect(as(admin).run(operation as never, { executionId: v7() } as never)).rejects.toMatchObject({ status: 404 })
  }
})

test('the back office creates no job', async () => {
  const { pools, work } = await world()
  await work()
  await expect(pools.backOffice.query(`select graphile_worker.add_job('parcels.send', '{}')`)).rejects.toThrow(/permission denied/)
})

test('a delivery that failed is tried now, if it still waits', async () => {
  const { as, db, facts, work } = await world()
  const [factId, waiting] = [await aDelivery(db), await aDelivery(db, { attempts: 0 })]
  const before = await as(admin).run(listDeliveries, {})
  expect(before).toMatchObject({ failing: 1, deliveries: [{ factId, fact: 'parcels.sent', reaction: 'parcels.weigh', attempts: 2, error: 'Error' }] })
  await as(admin).run(retryDelivery, { factId, reaction: 'parcels.weigh' })
  expect(await facts(deliveryRetryAsked)).toEqual([{ factId, reaction: 'parcels.weigh' }])
  await work()
  const { due_at } = await db.selectFrom('kernel.delivery').select('due_at').where('fact_id', '=', factId).executeTakeFirstOrThrow()
  expect(Date.parse(due_at)).toBeLessThanOrEqual(Date.now())
  await expect(as(admin).run(retryDelivery, { factId: waiting, reaction: 'parcels.weigh' })).rejects.toMatchObject({ code: 'supervision.not-failed' })
  await expect(as(admin).run(retryDelivery, { factId, reaction: 'parcels.other' })).rejects.toMatchObject({ status: 404 })
  await expect(as(moderator).run(retryDelivery, { factId, reaction: 'parcels.weigh' })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(retryDelivery, { factId, reaction: 'parcels.weigh' })).rejects.toMatchObject({ status: 401 })
  await db.deleteFrom('kernel.delivery').execute()
})

test('health is measured on what there is', async () => {
  const { as, db } = await world()
  expect(await as(admin).run(showHealth, {})).toMatchObject({ worker: { state: 'bad', workers: 0 }, disk: { state: 'watch', free: null } })
  configureSupervision({ data: tmpdir() })
  await db.insertInto('kernel.worker').values({ id: 'one', seen_at: new Date().toISOString() }).execute()
  await aDelivery(db)
  const { count } = await as(admin).run(countProblems, {})
  const failed = { data: { parcelId: v7() } }
  for (let tries = 0; tries < 2; tries++) await aJob(db, failed)
  expect(await as(admin).run(countProblems, {})).toEqual({ count: count + 1 })
  await aJob(db, { ...failed, state: 'done', at: new Date(Date.now() + 1000).toISOString() })
  expect(await as(admin).run(countProblems, {})).toEqual({ count })
  await aJob(db, { data: { parcelId: v7() } })
  const health = await as(admin).run(showHealth, {})
  expect(health).toMatchObject({
    database: { state: expect.any(String), version: expect.stringMatching(/^\d+/) }, worker: { state: 'good', workers: 1 },
    facts: { state: 'watch', failing: 1 }, jobs: { state: 'watch' }, mail: { state: 'good', waiting: 0 }, seal: { sequence: null },
  })
  expect(health.disk.free).toBeGreaterThan(0)
  expect(health.disk.total).toBeGreaterThanOrEqual(health.disk.free!)
})

test('each measure has its limits', () => {
  const now = '2026-01-01T12:00:00.000Z'
  const good: Measures = {
    now, answeredIn: 3, workers: 1, seenAt: now, facts: { waiting: 0, failing: 0, since: null }, jobs: { failed: 0 }, mail: { waiting: 0, failed: 0, since: null },
    seal: { waiting: 4, since: '2026-01-01T11:59:00.000Z' }, disk: { free: 50, total: 100 },
  }
  expect(new Set(Object.values(statesOf(good)))).toEqual(new Set(['good']))
  expect(statesOf({ ...good, workers: 0 }).worker).toBe('bad')
  expect(statesOf({ ...good, disk: { free: 10, total: 100 } }).disk).toBe('watch')
  expect(statesOf({ ...good, disk: { free: 4, total: 100 } }).disk).toBe('bad')
  expect(statesOf({ ...good, seal: { waiting: 1, since: '2026-01-01T11:50:00.000Z' } }).seal).toBe('watch')
  expect(statesOf({ ...good, seal: { waiting: 1, since: '2026-01-01T10:00:00.000Z' } }).seal).toBe('bad')
  expect(statesOf({ ...good, mail: { waiting: 1, failed: 0, since: '2026-01-01T11:20:00.000Z' } }).mail).toBe('bad')
  expect(statesOf({ ...good, mail: { waiting: 0, failed: 1, since: null } }).mail).toBe('watch')
  expect(statesOf({ ...good, answeredIn: 3000 }).database).toBe('bad')
})

test('counts are kept each hour, and what was before the first ones comes from the dates of what is there', async () => {
  const { as, db, pools } = await world()
  const days = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString()
  for (const ago of [1, 20, 20, 100]) await db.insertInto('identity.person').values({ id: v7(), created_at: days(ago) }).execute()
  const people = async (period?: 'month') =>
    (await as(admin).run(showFigures, { period })).series.find(({ name }) => name === 'people')!.points
  const day = (ago: number) => days(ago).slice(0, 10)
  expect(await people()).toEqual([{ day: day(100), value: 1 }, { day: day(20), value: 3 }, { day: day(0), value: 4 }])
  expect(await people('month')).toEqual([{ day: day(20), value: 3 }, { day: day(1), value: 4 }, { day: day(0), value: 4 }])
  expect((await as(admin).run(showFigures, {})).now).toMatchObject({ people: 4, active: 0, resources: 0, organisations: 0 })
  const worker = kyselyOn<any>(pools.worker)
  expect((await keepFigures({ db: worker, now: days(10) })).kept).toBeGreaterThan(4)
  await db.updateTable('supervision.figure').set({ value: 9 }).where('name', '=', 'people').execute()
  expect(await people('month')).toEqual([{ day: day(20), value: 3 }, { day: day(10), value: 9 }, { day: day(0), value: 4 }])
  await keepFigures({ db: worker, now: days(10) })
  expect((await people('month'))[1]).toEqual({ day: day(10), value: 4 })
})

test('successes of each minute are forgotten after two days; failures and other jobs stay', async () => {
  const { db, pools } = await world()
  const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const sealed = (days: number, state: 'done' | 'failed') => aJob(db, { name: 'audit.seal-trace', state, at: at(days) })
  const gone = await sealed(3, 'done')
  const kept = [await sealed(1, 'done'), await sealed(3, 'failed'), await aJob(db, { name: 'parcels.weigh', state: 'done', at: at(3) })]
  expect(await forgetFrequent.run({ db: kyselyOn<any>(pools.worker) } as never, {})).toEqual({ forgotten: 1 })
  const left = await db.selectFrom('kernel.job_execution').select('id').where('id', 'in', [gone, ...kept]).execute()
  expect(left.map(({ id }) => id as string).toSorted()).toEqual(kept.toSorted())
})
