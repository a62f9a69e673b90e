import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { find, put } from './api.ts'
import { aDocument, aQuestion, world } from './fixtures.ts'
import { distance, meant } from './mistakes.ts'

const contextOf = async (actor: Actor = visitor) => (await world()).engine.context({ actor, origin: { request: 'test' } })
const ask = async (text: string, kinds: string[], actor?: Actor) => find(await contextOf(actor), aQuestion({ kinds, text }))

test('typing mistakes are mended, and the answer says what was searched', async () => {
  const kind = v7()
  await put(await contextOf(), aDocument({ kind, id: 'a', title: 'L’accessibilité numérique', body: 'numérisation accessoire' }))
  await put(await contextOf(), aDocument({ kind, id: 'h', title: 'Reconnaître le hameçonnage', body: 'démarche en préfecture' }))
  for (const [typed, id, corrected] of [
    ['accesibilite numerik', 'a', 'accessibilité numérique'], ['acessibilitée', 'a', 'accessibilité'],
    ['hameconage', 'h', 'hameçonnage'],
    ['Hamesonage', 'h', 'hameçonnage'], ['« le  hamesonage » !', 'h', '« le  hameçonnage » !'],
    ['demarhce', 'h', 'démarche'], ['préfécturre hameçonnage', 'h', 'préfecture hameçonnage'],
  ] as const) {
    expect(await ask(typed, [kind])).toMatchObject({ ids: [{ kind, id }], total: 1, corrected })
  }
  expect((await ask('numérique', [kind])).corrected).toBeUndefined()
  expect(await ask('zxqwvk', [kind])).toEqual({ ids: [], total: 0, totalIsAtLeast: false, pages: 0, facets: {}, facetsAreExact: true })
})

test('a last word only begun finds what it begins, and is no mistake', async () => {
  const kind = v7()
  await put(await contextOf(), aDocument({ kind, id: 'n', title: 'Inclusion', body: 'la médiation numérique' }))
  for (const text of ['inclusion numériq', 'médiat', 'numeriqu']) {
    const found = await ask(text, [kind])
    expect({ text, ids: found.ids }).toEqual({ text, ids: [{ kind, id: 'n' }] })
    expect(found).not.toHaveProperty('corrected')
  }
})

test('a word that only another’s document has is never proposed', async () => {
  const kind = v7()
  const owner: Actor = { id: v7(), grants: [], timeZone: 'Europe/Paris' }
  await put(await contextOf(), aDocument({ kind, id: 'p', title: 'Chrysanthémopolis', principals: [`person:${owner.id}`] }))
  for (const text of ['chrysantemopolis', 'chrysan']) {
    expect(await ask(text, [kind])).toEqual({ ids: [], total: 0, totalIsAtLeast: false, pages: 0, facets: {}, facetsAreExact: true })
    expect((await ask(text, [kind], owner)).ids).toEqual([{ kind, id: 'p' }])
  }
})

test('distance counts letters changed, added, removed and swapped; too many make another word', () => {
  expect([distance('', 'abc'), distance('caf', 'cfa'), distance('numerik', 'numerique'), distance('chat', 'chat')]).toEqual([3, 1, 3, 0])
  expect(meant({ word: 'caf', begun: [], close: ['cas', 'calife'], written: ['cas', 'calife'] })?.word).toBe('cas')
  expect(meant({ word: 'velo', begun: [], close: ['valoir'], written: ['valoir'] })).toBeUndefined()
})
