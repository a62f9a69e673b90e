import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { connect } from '#kernel/db/connection.ts'
import { execute } from '#kernel/fact/execution.ts'
import { world } from './fixtures.ts'
import { countDaysAgain } from './jobs.ts'
import { showStatistics } from './operations/show-statistics.ts'

const count = async () => execute((await world()).pools.worker, countDaysAgain, {})
const days = (many: number) => new Date(Date.now() - many * 86_400_000).toISOString()
const search = async (at: string, total: number, milliseconds = 5, kind = 'bases.resources') => (await world()).db.insertInto('search.asked')
  .values({ id: v7(), at, kind, words: 'mot', filters: '{}', milliseconds, total }).execute()

test('nothing counted yet is said so, and not nought', async () => {
  const { as } = await world()
  expect(await as().run(showStatistics, {})).toMatchObject({ countedAt: null, by: 'month', milliseconds: { search: null, quick: null },
    searches: { week: 0, month: 0, all: 0, empty: 0 } })
})

test('days are counted by the job, once, and added up by week and by month for everybody', async () => {
  const { as, db } = await world()
  await Promise.all([search(days(1), 0, 40), search(days(1), 3, 4), search(days(20), 2, 6), search(days(100), 0, 8), search(days(1), 5, 2, 'bases.quick')])
  await db.insertInto('identity.person').values({ id: v7(), created_at: days(40), first_name: 'Une', last_name: 'Personne' }).execute()
  await count()
  await count()
  const seen = await as().run(showStatistics, {})
  expect(seen.searches).toEqual({ week: 3, month: 4, all: 5, empty: 1 })
  expect(seen).toMatchObject({ totals: { people: 1, resources: 0, bases: 0 }, milliseconds: { search: 22, quick: 2 }, countedAt: expect.any(String) })
  const total = (by: 'week' | 'month') => as().run(showStatistics, { by }).then(({ series }) =>
    series.find(({ name }) => name === 'searches')!.points.reduce((sum, { value }) => sum + value, 0))
  expect([await total('month'), await total('week')]).toEqual([5, 5])
  // What goes later is not uncounted; what comes is added.
  await db.deleteFrom('search.asked').where('at', '<', days(90)).execute()
  await search(days(0), 1)
  await count()
  expect((await as().run(showStatistics, {})).searches).toMatchObject({ all: 6, week: 4 })
})

test('the reader of statistics has aggregates, and nobody’s rows', async () => {
  const { address } = await world()
  const pool = connect(address('sillage_statistics'), 1)
  try {
    expect((await pool.query('select sum(value) as many from statistics.daily')).rows[0]).toMatchObject({ many: expect.anything() })
    for (const table of ['bases.resource', 'bases.base', 'bases.daily_view', 'search.asked', 'search.consent', 'identity.person']) {
      await expect(pool.query(`select * from ${table} limit 1`)).rejects.toMatchObject({ code: '42501' })
    }
    await expect(pool.query(`insert into statistics.daily values ('x', now(), 1)`)).rejects.toMatchObject({ code: '42501' })
  } finally {
    await pool.end()
  }
})
