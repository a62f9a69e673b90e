import { expect, test, vi } from 'vitest'
import { createKept } from './kept.ts'

const counted = () => {
  let times = 0
  return async () => ++times
}

test('nothing is kept before somebody promised to tell of changes', async () => {
  const [kept, read] = [createKept<number>(10), counted()]
  expect([await kept.get('a', read), await kept.get('a', read)]).toEqual([1, 2])
})

test('kept by key until something changes, and not while notices may be lost', async () => {
  const [kept, read] = [createKept<number>(10), counted()]
  const follower = kept.follow()
  expect([await kept.get('a', read), await kept.get('a', read)]).toEqual([1, 2])
  follower.resume()
  expect([await kept.get('a', read), await kept.get('a', read), await kept.get('b', read)]).toEqual([3, 3, 4])
  follower.changed()
  expect([await kept.get('a', read), await kept.get('a', read)]).toEqual([5, 5])
  follower.pause()
  expect([await kept.get('a', read), await kept.get('a', read)]).toEqual([6, 7])
})

test('what changes while it is read is read again', async () => {
  const kept = createKept<number>(10)
  const follower = kept.follow()
  follower.resume()
  const read = counted()
  await kept.get('a', async () => { follower.changed(); return read() })
  expect(await kept.get('a', read)).toBe(2)
})

test('a value grows old, and there is room for so many', async () => {
  vi.useFakeTimers()
  try {
    const [kept, read] = [createKept<number>(2), counted()]
    kept.follow().resume()
    expect([await kept.get('a', read), await kept.get('b', read), await kept.get('c', read), await kept.get('a', read)]).toEqual([1, 2, 3, 4])
    vi.advanceTimersByTime(10_001)
    expect(await kept.get('a', read)).toBe(5)
  } finally {
    vi.useRealTimers()
  }
})
