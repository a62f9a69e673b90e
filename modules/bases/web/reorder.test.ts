import { expect, test } from 'vitest'
import { moved, placeByHeight, placeByKey } from './reorder.ts'

test('one moves and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a'], 0, 0)).toEqual(['a'])
})

test('keys move by one or to an end, and not beyond', () => {
  expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'a'].map((key) => placeByKey(key, 1, 4))).toEqual([0, 2, 0, 3, undefined])
  expect([placeByKey('ArrowUp', 0, 4), placeByKey('ArrowDown', 3, 4), placeByKey('Home', 0, 4)]).toEqual([undefined, undefined, undefined])
})

test('what is held stands after those whose middle it has passed', () => {
  const middles = [50, 150, 250]
  expect([0, 100, 200, 300].map((height) => placeByHeight(middles, 0, height))).toEqual([0, 0, 1, 2])
  expect([0, 100, 200, 300].map((height) => placeByHeight(middles, 2, height))).toEqual([0, 1, 2, 2])
})
