import { expect, test } from 'vitest'
import { excess, frameBetween, largestFrame, pictureIn } from './crop-frame.ts'

test('a frame is drawn from any corner, and stays inside the picture', () => {
  const size = { width: 200, height: 100 }
  expect(frameBetween({ x: 10, y: 20 }, { x: 60, y: 70 }, size)).toEqual({ x: 10, y: 20, width: 50, height: 50 })
  expect(frameBetween({ x: 60, y: 70 }, { x: 10, y: 20 }, size)).toEqual({ x: 10, y: 20, width: 50, height: 50 })
  expect(frameBetween({ x: 150, y: 50 }, { x: 900, y: -40 }, size)).toEqual({ x: 150, y: 0, width: 50, height: 90 })
  expect(frameBetween({ x: 199, y: 99 }, { x: 199, y: 99 }, size)).toEqual({ x: 184, y: 84, width: 16, height: 16 })
})

test('a frame of a given shape keeps it, grows from where it began, and stays inside the picture', () => {
  const size = { width: 200, height: 100 }
  expect(largestFrame(size, 1)).toEqual({ x: 50, y: 0, width: 100, height: 100 })
  expect(largestFrame(size, 4)).toEqual({ x: 0, y: 25, width: 200, height: 50 })
  expect(largestFrame(size)).toEqual({ x: 0, y: 0, ...size })
  expect(frameBetween({ x: 10, y: 20 }, { x: 60, y: 30 }, size, 1)).toEqual({ x: 10, y: 20, width: 50, height: 50 })
  expect(frameBetween({ x: 60, y: 70 }, { x: 50, y: 30 }, size, 1)).toEqual({ x: 20, y: 30, width: 40, height: 40 })
  expect(frameBetween({ x: 150, y: 20 }, { x: 900, y: 900 }, size, 1)).toEqual({ x: 150, y: 20, width: 50, height: 50 })
  expect(frameBetween({ x: 199, y: 99 }, { x: 199, y: 99 }, size, 16 / 9)).toEqual({ x: 184, y: 91, width: 16, height: 9 })
})

test('what leaves the picture is named, with the most that it may be', () => {
  const size = { width: 200, height: 100 }
  expect(excess({ x: 0, y: 0, width: 200, height: 100 }, size)).toBeUndefined()
  expect(excess({ x: 190, y: 0, width: 20, height: 20 }, size)).toEqual({ field: 'x', limit: 184 })
  expect(excess({ x: 150, y: 0, width: 60, height: 20 }, size)).toEqual({ field: 'width', limit: 50 })
  expect(excess({ x: 0, y: 60, width: 60, height: 60 }, size)).toEqual({ field: 'height', limit: 40 })
  expect(excess({ x: 0, y: 60, width: 60, height: 60 }, size, 1)).toEqual({ field: 'y', limit: 40 })
  expect(excess({ x: 0, y: 0, width: 120, height: 120 }, size, 1)).toEqual({ field: 'width', limit: 100 })
  expect(excess({ x: 0, y: 95, width: 20, height: 20 }, size)).toEqual({ field: 'y', limit: 80 })
})

test('what is no picture, or too small a one, is not cropped', () => {
  expect(pictureIn({ id: 'a', width: null, height: null })).toBeUndefined()
  expect(pictureIn(null)).toBeUndefined()
  expect(pictureIn({ id: 'a', width: 40, height: 10 })).toBeUndefined()
  expect(pictureIn({ id: 'a', width: 40, height: 10 }, 1)).toBeUndefined()
  expect(pictureIn({ id: 'a', width: 40, height: 10 }, 4)).toEqual({ id: 'a', width: 40, height: 10 })
})
