import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { find, put, remove, type Document } from './api.ts'
import { aDocument, aQuestion, world } from './fixtures.ts'
import { foldTally } from './jobs.ts'

const member = (base: string): Actor => ({ id: v7(), timeZone: 'Europe/Paris', grants: [{ scope: 'base', id: base, role: 'contributor' }] })
const contextOf = async (actor: Actor = visitor) => (await world()).engine.context({ actor, origin: { request: 'test' } })
const write = async (...documents: Document[]) => { for (const one of documents) await put(await contextOf(), one) }
const listOf = async (kind: string, actor?: Actor, over = {}) => {
  const { ids, total, facets, facetsAreExact } = await find(await contextOf(actor), aQuestion({ kinds: [kind], sort: 'a-z', ...over }))
  return { ids: ids.map(({ id }) => id), total, theme: Object.fromEntries(facets['theme'] ?? []), exact: facetsAreExact }
}
const fold = async () => foldTally.run({ db: kyselyOn((await world()).pools.worker) } as Parameters<typeof foldTally.run>[0], {}) as Promise<{ changes: number }>

test('a list counts what is open to all and what is only the actor’s, before and after the lines are added up', async () => {
  const [kind, base, other] = [v7(), v7(), v7()]
  const rights = { theme: ['rights'] }
  await write(
    aDocument({ kind, id: 'a', title: 'A', facets: rights }), aDocument({ kind, id: 'b', title: 'B', facets: { theme: ['rights', 'health'] } }),
    aDocument({ kind, id: 'mine', title: 'C', facets: rights, principals: [`base:${base}`] }),
    aDocument({ kind, id: 'both', title: 'D', facets: { theme: ['health'] }, principals: ['public', `base:${base}`] }),
    aDocument({ kind, id: 'theirs', title: 'E', facets: { theme: ['secret'] }, principals: [`base:${other}`] }),
  )
  const forAll = { ids: ['a', 'b', 'both'], total: 3, theme: { rights: 2, health: 2 }, exact: true }
  const forMember = { ids: ['a', 'b', 'mine', 'both'], total: 4, theme: { rights: 3, health: 2 }, exact: true }
  for (const changes of [5, 0]) {
    expect(await listOf(kind)).toEqual(forAll)
    expect(await listOf(kind, member(base))).toEqual(forMember)
    expect((await fold()).changes).toBe(changes && 3)
  }
})

test('what changes its facets or its readers, or goes, is counted so at once', async () => {
  const kind = v7()
  const one = aDocument({ kind, id: 'one', title: 'A', facets: { theme: ['rights'] } })
  await write(one, aDocument({ kind, id: 'two', title: 'B', facets: { theme: ['rights'] } }))
  await fold()
  await write({ ...one, title: 'Z' })
  expect((await fold()).changes).toBe(0)
  await write({ ...one, facets: { theme: ['health'] } })
  expect(await listOf(kind)).toMatchObject({ total: 2, theme: { rights: 1, health: 1 } })
  await write({ ...one, principals: [`person:${v7()}`] })
  expect(await listOf(kind)).toMatchObject({ ids: ['two'], total: 1, theme: { rights: 1 } })
  await remove(await contextOf(), kind, 'two')
  expect(await listOf(kind)).toEqual({ ids: [], total: 0, theme: {}, exact: true })
  await fold()
  expect(await listOf(kind)).toEqual({ ids: [], total: 0, theme: {}, exact: true })
})

test('many documents are paged along the index, few of a rare kind by themselves; both in each order', async () => {
  const [many, few] = [v7(), v7()]
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
  const names = Array.from({ length: 60 }, (_, place) => String(place).padStart(2, '0'))
  await write(...names.map((id, place) => aDocument({ kind: many, id, title: id, publishedAt: at(place), counts: { views: place } })))
  await write(...['x', 'y'].map((id, place) => aDocument({ kind: few, id, title: id, publishedAt: at(place), counts: { views: place } })))
  await fold()
  for (const [kind, all] of [[many, names], [few, ['x', 'y']]] as const) {
    for (const sort of ['recent', 'views', 'z-a']) expect((await listOf(kind, visitor, { sort, perPage: 2 })).ids).toEqual(all.toReversed().slice(0, 2))
    expect((await listOf(kind, visitor, { sort: 'oldest', perPage: 2 })).ids).toEqual(all.slice(0, 2))
  }
  expect((await listOf(many, visitor, { page: 30, perPage: 2 })).ids).toEqual(['58', '59'])
})

test('the portal reads and writes it by documents alone', async () => {
  const { portal } = (await world()).pools
  for (const statement of ['select search.fold_tally()', 'select * from search.tally', 'delete from search.tally_change']) {
    await expect(portal.query(statement)).rejects.toMatchObject({ code: '42501' })
  }
})
