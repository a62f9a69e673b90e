import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { findBases } from './find-bases.ts'
import { findResources } from './find-resources.ts'
import { suggestTitles } from './suggest-titles.ts'

test('filters: one value of each is enough, every filter counts; facets say how many', async () => {
  const { as } = await world()
  const author = await aPerson()
  const { baseId } = await aBase({ administrator: author })
  const a = await aResource({ author, published: true, themes: ['donnees', 'mobilites'], supportTypes: ['jeu'], audiences: ['elus'],
    baseId })
  const b = await aResource({ author, published: true, themes: ['mobilites'], supportTypes: ['video'], audiences: ['elus'] })
  const c = await aResource({ author, published: true, themes: ['jeux_videos'], supportTypes: ['jeu'], audiences: ['parents'], baseId })
  const ids = async (input: object) => (await as().run(findResources, input)).resources.map(({ id }) => id)
  expect(await ids({ themes: ['donnees', 'jeux_videos'] })).toEqual([c.resourceId, a.resourceId])
  expect(await ids({ themes: ['mobilites'], supportTypes: ['jeu'] })).toEqual([a.resourceId])
  expect(await ids({ audiences: ['elus'], sort: 'oldest' })).toEqual([a.resourceId, b.resourceId])
  expect(await ids({ baseId })).toEqual([c.resourceId, a.resourceId])
  expect(await as().run(findResources, { audiences: ['elus'], perPage: 1, page: 2, sort: 'oldest' })).toMatchObject({
    resources: [{ id: b.resourceId, base: null, isOpen: true }], total: 2, page: 2, pages: 2,
    facets: { themes: { mobilites: 2, donnees: 1 }, supportTypes: { jeu: 1, video: 1 } },
  })
  await expect(as().run(findResources, { perPage: 31 }))
    .rejects.toMatchObject({ issues: [{ field: 'perPage', code: 'too_big', limit: 30 }] })
})

test('titles are suggested while typing, resources and bases together', async () => {
  const { as } = await world()
  const resource = await aResource({ published: true, title: 'Zythologie pratique' })
  const base = await aBase({ title: 'Zythologues du Val' })
  const hidden = await aBase({ title: 'Zythologues cachés', isPublic: false })
  const { titles } = await as().run(suggestTitles, { prefix: 'zytho' })
  expect(titles.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
    { kind: 'base', id: base.baseId, slug: base.slug, title: 'Zythologues du Val' },
    { kind: 'resource', id: resource.resourceId, slug: resource.slug, title: 'Zythologie pratique' },
  ])
  expect((await as(hidden.administrator).run(suggestTitles, { prefix: 'zytho' })).titles).toHaveLength(3)
})

test('whatever is typed is answered, and found when it is there', async () => {
  const { as } = await world()
  await aResource({ published: true, title: 'Pas de C++ ici (100 %) : l’été', text: 'Zinzolinade' })
  for (const text of [
    'a'.repeat(10_000), 'mot '.repeat(2500), `' or 1=1; drop table bases.resource; --`, '.*+?^${}()|[]\\', '%_', ':* & | ! <->',
    '\0\u200b\ud800', '🎉',
    '<script>', '   ', 'zinzolinade'.repeat(900),
  ]) {
    const began = performance.now()
    await expect(as().run(findResources, { text }), text.slice(0, 20)).resolves.toMatchObject({ page: 1 })
    await expect(as().run(findBases, { text }), text.slice(0, 20)).resolves.toMatchObject({ page: 1 })
    await expect(as().run(suggestTitles, { prefix: text }), text.slice(0, 20)).resolves.toMatchObject({ titles: expect.any(Array) })
    expect(performance.now() - began).toBeLessThan(2000)
  }
  expect((await as().run(findResources, { text: 'zinzolinades ete' })).resources).toHaveLength(1)
})
