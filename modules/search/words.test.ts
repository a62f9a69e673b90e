import { expect, test } from 'vitest'
import { folded, lexicon, typed } from './words.ts'

test('what hides in words goes, signs separate', () => {
  expect(folded('Œuvre d’art\u00ad s\u200bœur — ﬁn\0al, 100 % ÉTÉ 🙂 C++')).toBe('oeuvre d art soeur final 100 ete c')
  expect(folded(' … ?! 🙂 ')).toBe('')
})

test('of what is typed, twenty different words of two hundred characters are read', () => {
  expect(typed('un deux UN Deux').map(({ word }) => word)).toEqual(['un', 'deux'])
  expect(typed(Array.from({ length: 50 }, (_, index) => `m${index}`).join(' '))).toHaveLength(20)
  expect(typed('Comment déclarer l’impôt à Paris ?').map(({ written }) => written)).toEqual(['déclarer', 'l', 'impôt', 'Paris'])
  expect(typed('Les… à quand ?').map(({ word }) => word)).toEqual(['quand'])
  expect(typed(`${'guide '.repeat(33)}guidances`).map(({ word }) => word)).toEqual(['guide'])
  expect(typed('é'.repeat(10_000))).toEqual([{ word: 'e'.repeat(200), written: 'é'.repeat(200) }])
})

test('the lexicon has words as they were written, without numbers nor short ones', () => {
  expect(lexicon('Les DÉMARCHES en 2026, en démarches, à faire')).toEqual([
    { word: 'demarches', written: 'démarches' }, { word: 'faire', written: 'faire' }, { word: 'les', written: 'les' },
  ])
})
