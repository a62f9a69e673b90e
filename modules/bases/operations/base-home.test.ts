import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { giveOpinion } from './give-opinion.ts'
import { showBase } from './show-base.ts'
import { updateBase } from './update-base.ts'

test('a base shows first what its administrators chose: the most read, the most recommended, or the latest', async () => {
  const { as, db } = await world()
  const [stranger, reader, other] = [await aPerson(), await aPerson(), await aPerson()]
  const { baseId, slug, administrator } = await aBase({ title: 'Base pourpre' })
  const made = []
  for (let n = 0; n < 3; n++) made.push(await aResource({ author: administrator, baseId, published: true, title: `Pourpre ${n}` }))
  await aResource({ author: administrator, baseId, published: true, isPublic: false })
  await db.updateTable('bases.resource').set({ views_count: 40 }).where('id', '=', made[0]!.resourceId).execute()
  await db.updateTable('bases.resource').set({ views_count: 7 }).where('id', '=', made[2]!.resourceId).execute()
  for (const one of [reader, other]) await as(one).run(giveOpinion, { resourceId: made[1]!.resourceId, rating: 3 })
  await as(reader).run(giveOpinion, { resourceId: made[0]!.resourceId, rating: 4 })
  await as(reader).run(giveOpinion, { resourceId: made[2]!.resourceId, rating: 1 })
  const write = async (highlights: 'latest_published' | 'most_viewed' | 'most_recommended') => {
    const { version } = await as(administrator).run(showBase, { slug }) as { version: number }
    return as(administrator).run(updateBase, { baseId, title: 'Base pourpre', linkedin: 'https://linkedin.example/pourpre', highlights }, { version })
  }
  await expect(as(stranger).run(updateBase, { baseId, title: 'Autre' }, { version: 1 })).rejects.toMatchObject({ status: 403 })
  const first = async () => { const base = await as().run(showBase, { slug }); return 'highlighted' in base ? base.highlighted.map(({ title }) => title) : [] }
  expect(await first()).toEqual([])
  await write('most_viewed')
  expect(await first()).toEqual(['Pourpre 0', 'Pourpre 2'])
  await write('most_recommended')
  expect(await first()).toEqual(['Pourpre 1', 'Pourpre 0'])
  expect(await as().run(showBase, { slug })).toMatchObject({ linkedin: 'https://linkedin.example/pourpre', highlights: 'most_recommended' })
})
