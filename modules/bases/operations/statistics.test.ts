import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, joins, world } from '../fixtures.ts'
import { countView } from '../statistics/views.ts'
import { giveOpinion } from './give-opinion.ts'
import { saveResource } from './save-resource.ts'
import { showBaseStatistics } from './show-base-statistics.ts'
import { showResourceStatistics } from './show-resource-statistics.ts'

const read = async (resourceId: string, visit: string, at = new Date().toISOString()) => {
  const { engine } = await world()
  return countView({ ...engine.context({ actor: { id: undefined, grants: [], timeZone: 'Europe/Paris' }, origin: { request: 'test' } }), now: at }, resourceId, visit)
}
const valuesOf = (series: { name: string; points: { value: number }[] }[], name: string) =>
  series.find((one) => one.name === name)!.points.map(({ value }) => value)

test('whoever writes a resource sees how it is used, day after day and never by whom', async () => {
  const { as, db } = await world()
  const { resourceId, author } = await aResource({ published: true, title: 'Mesurée' })
  const reader = await aPerson()
  const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * 7 * 86_400_000).toISOString()
  for (const [visit, at] of [['a', weeksAgo(2)], ['b', weeksAgo(2)], ['c', weeksAgo(0)]] as const) await read(resourceId, visit, at)
  // The same reader within two hours counts once, in the total as in the day.
  await read(resourceId, 'c', weeksAgo(0))
  await as(reader).run(saveResource, { resourceId })
  await as(reader).run(giveOpinion, { resourceId, rating: 4 })
  const seen = await as(author).run(showResourceStatistics, { resourceId, by: 'week' })
  expect(seen).toMatchObject({ title: 'Mesurée', totals: { views: 3, saves: 1, opinions: 1 } })
  expect(valuesOf(seen.series, 'views')).toEqual([2, 0, 1])
  expect(valuesOf(seen.series, 'saves')).toEqual([1])
  expect(valuesOf(seen.series, 'opinions')).toEqual([1])
  expect(await db.selectFrom('bases.daily_view').select((eb) => eb.fn.sum('views').as('views')).where('resource_id', '=', resourceId).execute())
    .toEqual([{ views: 3 }])
  await expect(as(reader).run(showResourceStatistics, { resourceId })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(showResourceStatistics, { resourceId })).rejects.toMatchObject({ status: 401 })
})

test('what one may not see has no statistics either', async () => {
  const { as } = await world()
  const hidden = await aResource({ published: true, isPublic: false })
  const { baseId, slug, administrator } = await aBase({ isPublic: false })
  for (const someone of [undefined, await aPerson()]) {
    await expect(as(someone).run(showResourceStatistics, { resourceId: hidden.resourceId })).rejects.toMatchObject({ status: 404 })
    await expect(as(someone).run(showResourceStatistics, { resourceId: v7() })).rejects.toMatchObject({ status: 404 })
    await expect(as(someone).run(showBaseStatistics, { slug })).rejects.toMatchObject({ status: 404 })
  }
  const member = await aPerson()
  await joins(member, baseId, administrator)
  expect(await as(member).run(showBaseStatistics, { slug })).toMatchObject({ totals: { resources: 0, views: 0 }, mostRead: [] })
})

test('a base adds up its resources, for its members', async () => {
  const { as } = await world()
  const { baseId, slug, administrator } = await aBase()
  const [one, two] = [await aResource({ author: administrator, baseId, published: true, title: 'Une' }),
    await aResource({ author: administrator, baseId, published: true, title: 'Deux' })]
  const other = await aResource({ published: true })
  for (const [id, visit] of [[one.resourceId, 'a'], [two.resourceId, 'a'], [two.resourceId, 'b'], [other.resourceId, 'a']] as const) await read(id, visit)
  const seen = await as(administrator).run(showBaseStatistics, { slug })
  expect(seen).toMatchObject({ totals: { resources: 2, views: 3, saves: 0, followers: 0 }, mostRead: [{ title: 'Deux', views: 2 }, { title: 'Une', views: 1 }] })
  expect(valuesOf(seen.series, 'views')).toEqual([3])
  await expect(as(await aPerson()).run(showBaseStatistics, { slug })).rejects.toMatchObject({ status: 403 })
})
