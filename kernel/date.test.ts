import { expect, test } from 'vitest'
import { dateIn } from './date.ts'

test('the date of an instant is that of the place: at night, Paris is already tomorrow', () => {
  const night = new Date('2026-11-21T23:30:00Z')
  expect([dateIn(night), dateIn(night, 'America/Cayenne'), dateIn(night, 'Indian/Reunion')]).toEqual(['2026-11-22', '2026-11-21', '2026-11-22'])
})

test('a second is enough to be tomorrow, also where days begin on a quarter', () => {
  expect(['22:59:59', '23:00:00', '22:59:59'].map((time) => dateIn(new Date(`2026-11-21T${time}Z`)))).toEqual(['2026-11-21', '2026-11-22', '2026-11-21'])
  expect(['18:14:59', '18:15:00'].map((time) => dateIn(new Date(`2026-11-21T${time}Z`), 'Asia/Kathmandu'))).toEqual(['2026-11-21', '2026-11-22'])
})
