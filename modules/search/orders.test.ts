import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { countAll, find, findSince, put, totals, tries } from './api.ts'
import { aDocument, aQuestion, world } from './fixtures.ts'

const contextOf = async (actor: Actor = visitor) => (await world()).engine.context({ actor, origin: { request: 'test' } })
const owner: Actor = { ...visitor, id: v7() }
const day = (index: number) => `2026-02-${String(index + 1).padStart(2, '0')}T00:00:00Z`

test('those preferred come first, then the others, page after page, counted together', async () => {
  const kind = v7()
  for (let index = 0; index < 9; index++) {
    await put(await contextOf(), aDocument({ kind, id: String(index), title: 'Atelier', publishedAt: day(index),
      facets: { department: [index % 3 ? '33' : '75'], theme: index < 5 ? ['un'] : ['deux'] } }))
  }
  const asked = async (over: object, page = 1, perPage = 4) => find(await contextOf(),
    aQuestion({ kinds: [kind], sort: 'recent', first: { facet: 'department', values: ['75'] }, page, perPage, ...over }))
  for (const text of ['', 'atelier']) {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => asked({ text }, page)))
    expect(pages.map(({ ids }) => ids.map(({ id }) => id).join(''))).toEqual(['6308', '7542', '1', ''])
    expect(pages[0]).toMatchObject({ total: 9, pages: 3, facets: { department: [['33', 6], ['75', 3]], theme: [['un', 5], ['deux', 4]] } })
  }
  // A filter on the same facet narrows both parts; nobody preferred is the plain list.
  expect((await asked({ facets: { department: ['33'] } })).ids.map(({ id }) => id)).toEqual(['8', '7', '5', '4'])
  expect((await asked({ first: { facet: 'department', values: [] } })).ids[0]).toEqual({ kind, id: '8' })
  expect((await asked({ first: { facet: 'department', values: ['2A'] } }, 1, 20)).total).toBe(9)
})

test('the most recommended first, as soon as they are counted', async () => {
  const kind = v7()
  for (const id of ['a', 'b', 'c']) await put(await contextOf(), aDocument({ kind, id, title: 'Recueil' }))
  await countAll(await contextOf(), kind, [{ id: 'b', recommendations: 5 }, { id: 'c', recommendations: 2, views: 7 }, { id: 'none', views: 1 }])
  for (const text of ['', 'recueil']) {
    const ids = (await find(await contextOf(), aQuestion({ kinds: [kind], text, sort: 'recommendations' }))).ids.map(({ id }) => id)
    expect(ids).toEqual(['b', 'c', 'a'])
  }
  // What is left out stays.
  await countAll(await contextOf(), kind, [{ id: 'b', views: 1 }])
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], sort: 'recommendations' }))).ids[0]).toEqual({ kind, id: 'b' })
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], sort: 'views' }))).ids[0]).toEqual({ kind, id: 'c' })
})

test('totals, shorter texts to try and what is new tell nothing of what the actor may not see', async () => {
  const kind = v7()
  const other = v7()
  await put(await contextOf(), aDocument({ kind, id: 'open', title: 'Atelier budget', publishedAt: day(5) }))
  await put(await contextOf(), aDocument({ kind, id: 'own', title: 'Atelier licorne', principals: [`person:${owner.id}`], publishedAt: day(6) }))
  expect(await totals(await contextOf(), [kind, other], 'atelier')).toEqual({ [kind]: 1, [other]: 0 })
  expect(await totals(await contextOf(owner), [kind, other], 'atelier')).toEqual({ [kind]: 2, [other]: 0 })
  expect(await tries(await contextOf(), [kind], 'atelier budget licorne')).toEqual(['atelier budget', 'atelier', 'budget'])
  expect(await tries(await contextOf(owner), [kind], 'budget licorne')).toEqual(['budget', 'licorne'])
  expect(await tries(await contextOf(), [kind], 'licorne')).toEqual([])
  const question = { kinds: [kind], text: 'ateliers' }
  expect(await findSince(await contextOf(), question, day(4), 10)).toEqual([{ kind, id: 'open' }])
  expect(await findSince(await contextOf(), question, day(5), 10)).toEqual([])
  expect(await findSince(await contextOf(owner), { kinds: [kind] }, day(4), 1)).toEqual([{ kind, id: 'own' }])
})
