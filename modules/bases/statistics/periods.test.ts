import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { filled, firstDay } from './periods.ts'
import { periodsOf } from './usage-table.ts'

test('weeks begin on Monday and months on the first, in Paris', () => {
  expect(firstDay('2026-11-21T12:00:00Z', 'week')).toBe('2026-11-16')
  expect(firstDay('2026-11-22T22:30:00Z', 'week')).toBe('2026-11-16')
  expect(firstDay('2026-11-22T23:30:00Z', 'week')).toBe('2026-11-23')
  expect(firstDay('2026-12-31T23:30:00Z', 'month')).toBe('2027-01-01')
})

test('periods without anything count nought, up to now', () => {
  expect(filled([{ day: '2026-11-01', value: 4 }, { day: '2027-01-01', value: 2 }], 'month', '2027-02-10T00:00:00Z'))
    .toEqual([{ day: '2026-11-01', value: 4 }, { day: '2026-12-01', value: 0 }, { day: '2027-01-01', value: 2 }, { day: '2027-02-01', value: 0 }])
  expect(filled([{ day: '2026-10-19', value: 1 }], 'week', '2026-11-01T00:00:00Z').map(({ day }) => day)).toEqual(['2026-10-19', '2026-10-26'])
  expect(filled([], 'week', '2026-11-01T00:00:00Z')).toEqual([])
})

test('a spreadsheet gets one line a period, and no formula', () => {
  const series = [{ name: 'views', points: [{ day: '2026-10-01', value: 3 }, { day: '2026-11-01', value: 5 }] },
    { name: 'saves', points: [{ day: '2026-11-01', value: 1 }] }] as const
  expect(csvOf(['Mois', 'Lectures', 'Gardées', 'Avis', 'Liens', 'Fichiers'], periodsOf(series)))
    .toBe('\uFEFFMois;Lectures;Gardées;Avis;Liens;Fichiers\r\n2026-11-01;5;1;0;0;0\r\n2026-10-01;3;0;0;0;0\r\n')
  expect(csvOf(['a'], [['=1+1'], ['un;deux "trois"']])).toBe('\uFEFFa\r\n\'=1+1\r\n"un;deux ""trois"""\r\n')
})
