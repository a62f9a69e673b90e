import { expect, test } from 'vitest'
import { isSiret, isUai, siret, uai } from './identifiers.ts'

test.each(['73282932000074', '35600000000048', '35600000049837'])('%s is a SIRET', (text) => expect(isSiret(text)).toBe(true))

test.each([
  ['one digit wrong', '73282932000075'], ['two digits swapped', '73282923000074'], ['too short', '7328293200007'],
    ['too long', '732829320000740'],
  ['letters', '7328293200007A'], ['a key that holds for the whole but not for the SIREN', '73282930000076'],
    ['no multiple of five for La Poste', '35600000000041'],
])('%s is not one: %s', (_, text) => expect(isSiret(text)).toBe(false))

test.each(['0750655E', '0590119J'])('%s is a UAI', (text) => expect(isUai(text)).toBe(true))

test.each([
  ['another letter', '0750655F'], ['a letter that is never one', '0750655I'], ['no letter', '07506550'], ['too short', '075065E'],
    ['small', '0750655e'],
])('%s is not one: %s', (_, text) => expect(isUai(text)).toBe(false))

test('they are taken as people write them, and nothing is nothing', () => {
  expect(siret.parse('732 829 320 00074')).toBe('73282932000074')
  expect(uai.parse(' 0750655 e')).toBe('0750655E')
  expect([siret.parse(''), uai.parse('')]).toEqual(['', ''])
  expect(siret.safeParse('732 829 320 00075').success).toBe(false)
  expect(uai.safeParse('0750655A').success).toBe(false)
})
