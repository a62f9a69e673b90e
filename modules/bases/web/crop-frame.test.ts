import { expect, test } from 'vitest'
import { frameBetween } from './crop-frame.ts'

test('a frame is drawn from any corner, and stays inside the picture', () => {
  const size = { width: 200, height: 100 }
  expect(frameBetween({ x: 10, y: 20 }, { x: 60, y: 70 }, size)).toEqual({ x: 10, y: 20, width: 50, height: 50 })
  expect(frameBetween({ x: 60, y: 70 }, { x: 10, y: 20 }, size)).toEqual({ x: 10, y: 20, width: 50, height: 50 })
  expect(frameBetween({ x: 150, y: 50 }, { x: 900, y: -40 }, size)).toEqual({ x: 150, y: 0, width: 50, height: 90 })
  expect(frameBetween({ x: 199, y: 99 }, { x: 199, y: 99 }, size)).toEqual({ x: 184, y: 84, width: 16, height: 16 })
})
