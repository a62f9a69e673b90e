import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { command, Refusal, type Context } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { count, find, put, remove, suggest, type Document } from './api.ts'
import { aDocument, aQuestion, world } from './fixtures.ts'

const call = (actor: Actor = visitor) => ({ actor, origin: { request: 'test' } })
const contextOf = async (actor?: Actor) => (await world()).engine.context(call(actor))
const idsOf = async (kind: string, text: string, actor?: Actor) =>
  (await find(await contextOf(actor), aQuestion({ kinds: [kind], text }))).ids.map(({ id }) => id)

/** Puts documents as a module does, in its command; `fail` refuses at the end. */
const putThem = command({
  http: 'POST /test', input: z.object({ documents: z.array(z.any()), fail: z.boolean().default(false) }), output: z.object({}),
  allow: anyone,
  run: async (context: Context, { documents, fail }) => {
    for (const one of documents) await put(context, one as Document)
    if (fail) throw new Refusal('test.refused')
    return {}
  },
})

test('a change of text or visibility and a removal are effective with their transaction, and undone with it', async () => {
  const [kind, owner] = [v7(), { ...visitor, id: v7() }]
  const { as } = await world()
  const document = aDocument({ kind, id: 'a', title: 'Budget', facets: { theme: ['argent'] } })
  await as().run(putThem, { documents: [document] })
  expect(await idsOf(kind, 'budget')).toEqual(['a'])
  const own = { ...document, title: 'Agenda', principals: [`person:${owner.id}`] }
  await expect(as().run(putThem, { documents: [own], fail: true })).rejects.toMatchObject({ code: 'test.refused' })
  expect(await idsOf(kind, 'budget')).toEqual(['a'])
  await as().run(putThem, { documents: [own] })
  expect(await idsOf(kind, 'agenda')).toEqual([])
  expect(await idsOf(kind, '')).toEqual([])
  expect(await suggest(await contextOf(), [kind], 'age', 5)).toEqual([])
  expect(await idsOf(kind, 'agenda', owner)).toEqual(['a'])
  expect(await idsOf(kind, 'budget', owner)).toEqual([])
  await put(await contextOf(), document)
  expect(await idsOf(kind, 'budget')).toEqual(['a'])
  await remove(await contextOf(), kind, 'a')
  await remove(await contextOf(), kind, 'a')
  for (const text of ['budget', '', 'budje']) expect(await idsOf(kind, text)).toEqual([])
})

test('counters change alone', async () => {
  const kind = v7()
  const orderOf = async (sort: 'views' | 'saves') =>
    (await find(await contextOf(), aQuestion({ kinds: [kind], sort }))).ids.map(({ id }) => id).join('')
  await put(await contextOf(), aDocument({ kind, id: 'a', counts: { views: 3, saves: 1 } }))
  await put(await contextOf(), aDocument({ kind, id: 'b', counts: { views: 2, saves: 2 } }))
  await count(await contextOf(), kind, 'b', { views: 8 })
  expect([await orderOf('views'), await orderOf('saves')]).toEqual(['ba', 'ba'])
  await count(await contextOf(), kind, 'a', { saves: 5 })
  expect([await orderOf('views'), await orderOf('saves')]).toEqual(['ba', 'ab'])
  await count(await contextOf(), kind, 'none', { views: 1 })
})

test('fifty writers of the same new words and facets at once wait for nobody', async () => {
  const kind = v7()
  const { pools } = await world()
  const engine = createEngine(pools.portal, portsOf([]))
  const words = Array.from({ length: 40 }, (_, index) => `${String.fromCharCode(97 + index % 26)}nouveau${'xyz'[index % 3]}`)
  const deadlocks = async () => (await sql<{ deadlocks: number }>`select deadlocks from pg_stat_database where datname = current_database()`
    .execute((await world()).db)).rows[0]!.deadlocks
  const before = await deadlocks()
  await Promise.all(Array.from({ length: 50 }, async (_, index) => {
    const turned = [...words.slice(index % 40), ...words.slice(0, index % 40)]
    const documents = [0, 1].map((one) => aDocument({
      kind, id: `${index}-${one}`, title: turned.slice(one * 20, one * 20 + 20).join(' '), body: turned.join(' '),
      facets: { theme: turned.slice(one * 3, one * 3 + 6).map((word) => `${kind} ${word}`) },
    }))
    await engine.run(putThem, { documents }, call())
  }))
  const found = await find(await contextOf(), aQuestion({ kinds: [kind], text: words[0]! }))
  expect(found.total).toBe(100)
  expect(found.facets['theme']!.reduce((sum, [, many]) => sum + many, 0)).toBe(600)
  const filtered = await find(await contextOf(), aQuestion({ kinds: [kind], facets: { theme: [`${kind} ${words[0]}`] } }))
  expect(filtered.total).toBe(new Map(found.facets['theme']).get(`${kind} ${words[0]}`))
  expect(await deadlocks()).toBe(before)
})

test('a process reads and writes through the functions alone', async () => {
  const { pools } = await world()
  for (const table of ['document', 'counter', 'facet', 'lexicon']) {
    for (const pool of [pools.portal, pools.worker]) {
      await expect(pool.query(`select from search.${table}`)).rejects.toMatchObject({ code: '42501' })
      await expect(pool.query(`delete from search.${table}`)).rejects.toMatchObject({ code: '42501' })
    }
  }
  await expect(pools.portal.query(`select search.is_met('{}', '{}', 'x')`)).rejects.toMatchObject({ code: '42501' })
})
