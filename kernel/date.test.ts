import { expect, test } from 'vitest'
import { dateIn } from './date.ts'

test('the date of an instant is that of the place: at night, Paris is already tomorrow', () => {
  const night = new Date('2026-11-21T23:30:00Z')
  expect([dateIn(night), dateIn(night, 'America/Cayenne'), dateIn(night, 'Indian/Reunion')]).toEqual(['2026-11-22', '2026-11-21', '2026-11-22'])
})
