import { expect, test } from 'vitest'
import { fr } from '#design/fr.ts'
import { calendarDate, exactly, said } from './moment.ts'

const now = new Date('2026-11-21T10:00:00Z')

test.each([
  ['2026-11-21T09:59:30Z', 'à l’instant'],
  ['2026-11-21T09:55:00Z', 'il y a 5 minutes'],
  ['2026-11-21T07:55:00Z', 'il y a 2 heures'],
  ['2026-11-21T13:30:00Z', 'dans 3 heures'],
  ['2026-11-20T23:30:00Z', 'aujourd’hui à 00:30'],
  ['2026-11-20T13:30:00Z', 'hier à 14:30'],
  ['2026-11-22T13:30:00Z', 'demain à 14:30'],
  ['2026-11-17T13:30:00Z', 'il y a 4 jours'],
  ['2026-03-03T13:30:00Z', 'le 3 mars'],
  ['2026-03-01T13:30:00Z', 'le 1er mars'],
  ['2026-03-11T13:30:00Z', 'le 11 mars'],
  ['2024-03-03T13:30:00Z', 'le 3 mars 2024'],
])('%s is %s', (at, words) => expect(said(new Date(at), now).replace(/\s/g, ' ')).toBe(words))

test('a time zone moves the day', () => {
  expect(said(new Date('2026-11-20T23:30:00Z'), now, 'America/Martinique')).toBe('hier à 19:30')
})

test('exact, for those who hover or listen', () => {
  expect(exactly(now)).toBe('samedi 21 novembre 2026 à 11:00')
  expect(calendarDate('2026-03-01')).toBe('1er mars 2026')
})

test('sizes as France writes them', () => {
  expect([0, 1, 999, 1500, 1_234_567, 45_600_000].map((n) => fr.size(n).replace(/\s/g, ' ')))
    .toEqual(['0 octet', '1 octet', '999 octets', '1,5 Ko', '1,2 Mo', '46 Mo'])
})
