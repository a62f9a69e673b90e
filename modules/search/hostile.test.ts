import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor } from '#kernel/operation/actor.ts'
import { find, put, suggest } from './api.ts'
import { aDocument, aQuestion, world } from './fixtures.ts'

const contextOf = async () => (await world()).engine.context({ actor: visitor, origin: { request: 'test' } })

const asked = {
  sql: "guide'; drop table search.document; --", quotes: `''"" \\' $1 %s %L`, operators: '!guide | (guide & :* <-> guide',
  regex: '^(a+)+$[[:alpha:]].*?{1,99}', long: 'guide '.repeat(1700), endless: 'x'.repeat(10_000), marks: 'e\u0301\u0301'.repeat(3000),
  nulls: '\0gu\0ide\0', emoji: '👩‍👩‍👧‍👦🙂 guide', lone: '\ud800guide\udfff', html: '<script>alert(1)</script>',
  stop: 'le la les de du à', letters: 'a b c', url: 'https://exemple.fr/a?b=c#d', arabic: 'دليل رقمي', chinese: '数字指南',
  digits: '٣٤ ² Ⅳ',
}

test('whatever is typed, the answer is quick and the documents stay', async () => {
  const kind = v7()
  await put(await contextOf(), aDocument({ kind, id: 'g', title: 'Guide', facets: { theme: ["l'été"] } }))
  for (const [name, text] of Object.entries(asked)) {
    const start = performance.now()
    const found = await find(await contextOf(), aQuestion({ kinds: [kind], text, facets: {} }))
    await suggest(await contextOf(), [kind], text, 5)
    expect(performance.now() - start).toBeLessThan(1000)
    const ids = ['long', 'nulls', 'emoji', 'lone', 'operators', 'stop'].includes(name) ? [{ kind, id: 'g' }] : []
    expect({ name, ids: found.ids }).toEqual({ name, ids })
  }
  const filters = { [`theme' or true --`]: ["x') or ('1'='1"], theme: ["l'été", '\0', '{a,b}', 'a"b\\'] }
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], facets: { theme: filters.theme } }))).total).toBe(1)
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], facets: filters }))).total).toBe(0)
  expect((await find(await contextOf(), aQuestion({ kinds: ["x') or ('1'='1", '\0'], text: 'guide' }))).total).toBe(0)
  expect((await find(await contextOf(), aQuestion({ kinds: [] }))).total).toBe(0)
})

test('hostile documents are put as they are', async () => {
  const kind = v7()
  for (const [id, text] of Object.entries({ ...asked, huge: 'mot différent '.repeat(50_000), word: 'y'.repeat(5000) })) {
    const facets = { theme: [text.slice(0, 300)] }
    await put(await contextOf(), aDocument({ kind, id, title: text, body: text, summary: text, keywords: [text], facets }))
  }
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], perPage: 100 }))).total).toBe(Object.keys(asked).length + 2)
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], text: 'exemple' }))).ids).toEqual([{ kind, id: 'url' }])
  expect((await find(await contextOf(), aQuestion({ kinds: [kind], text: '数字指南' }))).ids).toEqual([{ kind, id: 'chinese' }])
})
