import { validate, version } from 'uuid'
import { expect, test } from 'vitest'
import { v7 } from './id.ts'

test('keys are UUIDs of version 7, all different, in the order in which they were made', () => {
  const keys = Array.from({ length: 20_000 }, () => v7())
  expect(keys.every((key) => validate(key) && version(key) === 7)).toBe(true)
  expect(keys).toEqual([...new Set(keys)].toSorted())
  expect(Math.abs(Number.parseInt(keys[0]!.replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000)
})
