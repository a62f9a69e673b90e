import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { put, suggest } from './api.ts'
import { aDocument, world } from './fixtures.ts'

const contextOf = async (actor: Actor = visitor) => (await world()).engine.context({ actor, origin: { request: 'test' } })

test('titles come while typing: those that begin so, then the most seen; only what the actor may see', async () => {
  const kind = v7()
  const owner = { ...visitor, id: v7() }
  for (const [id, title, views, principals] of [
    ['w', 'Un guide d’accessibilité numérique', 50, ['public']], ['b', 'Accessibilité : les bases', 1, ['public']],
    ['s', 'Écran et accès', 90, ['public']], ['p', 'Accessibilité privée', 99, [`person:${owner.id}`]],
  ] as const) await put(await contextOf(), aDocument({ kind, id, title, counts: { views }, principals: [...principals] }))
  const typedBy = async (prefix: string, actor?: Actor, limit = 5) =>
    (await suggest(await contextOf(actor), [kind], prefix, limit)).map(({ id }) => id).join('')
  expect(await typedBy('acc')).toBe('bsw')
  expect(await typedBy('Accès', undefined)).toBe('bsw')
  expect(await typedBy('accessib')).toBe('bw')
  expect(await typedBy('accessibilité num')).toBe('w')
  expect(await typedBy('numériq')).toBe('w')
  expect(await typedBy('accessib', owner)).toBe('pbw')
  expect(await typedBy('acc', undefined, 1)).toBe('b')
  expect(await suggest(await contextOf(), [kind], 'ecr', 5)).toEqual([{ kind, id: 's', title: 'Écran et accès' }])
  for (const nothing of ['', 'a', '!?', '🙂', 'zzz', '\0\0']) expect(await typedBy(nothing)).toBe('')
  expect(await typedBy('acc:*|(')).toBe('bsw')
})
