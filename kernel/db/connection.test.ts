import { expect, test } from 'vitest'
import { instant } from './connection.ts'

test.each([
  '2026-01-31 09:30:00+00', '2026-01-31 09:30:00.5+00', '2026-01-31 09:30:00.123456+00', '0999-01-31 09:30:00.04+00', '2026-06-30 09:30:00.007+02',
  '2026-06-30 09:30:00+05:30',
])('PostgreSQL writes %s: it is read as an instant', (text) => {
  expect(instant(text)).toBe(new Date(text.replace(/([+-]\d\d)$/, '$1:00').replace(' ', 'T')).toISOString())
})
