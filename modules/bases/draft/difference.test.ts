import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

const said = (before: string, after: string) => differenceOf(before, after)
  .map(({ kind, text }) => kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`).join('')

test('words that came and went are told, and the others stand around them', () => {
  expect(said('Le câble est branché.', 'Le câble rouge est débranché.')).toBe('Le câble [+rouge ]est [-branché][+débranché].')
  expect(said('', 'Tout')).toBe('[+Tout]')
  expect(said('Tout', '')).toBe('[-Tout]')
  expect(said('Pareil', 'Pareil')).toBe('Pareil')
  expect(said('', '')).toBe('')
  expect(said('a a a', 'a a')).toBe('a a[- a]')
})

test('both texts can be read back from the difference, whatever they hold', () => {
  const vocabulary = ['un', 'deux', 'trois', ' ', '\n', '**', '🙂', 'É']
  let seed = 7
  const random = (below: number) => { seed = (seed * 48_271) % 2_147_483_647; return seed % below }
  const text = () => Array.from({ length: random(40) }, () => vocabulary[random(vocabulary.length)]).join('')
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()]
    const runs = differenceOf(before, after)
    expect(runs.filter(({ kind }) => kind !== 'added').map((run) => run.text).join('')).toBe(before)
    expect(runs.filter(({ kind }) => kind !== 'removed').map((run) => run.text).join('')).toBe(after)
  }
})

test('two long texts with nothing in common are told whole, quickly', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ')
  const started = performance.now()
  expect(differenceOf(long('a'), long('b'))).toHaveLength(2)
  expect(performance.now() - started).toBeLessThan(500)
})
