export interface Frame { x: number, y: number, width: number, height: number }
interface Size { width: number, height: number }

/** Smaller than this on a side, a part of a picture shows nothing. In pixels. */
export const LEAST = 16

const within = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(value, least), Math.max(least, most)))

/** The frame between two points of the picture, wherever each is, inside of it and not too small. */
export const frameBetween = (one: { x: number, y: number }, other: { x: number, y: number }, size: Size): Frame => {
  const x = within(Math.min(one.x, other.x), 0, size.width - LEAST)
  const y = within(Math.min(one.y, other.y), 0, size.height - LEAST)
  return {
    x, y, width: within(Math.abs(one.x - other.x), LEAST, size.width - x), height: within(Math.abs(one.y - other.y), LEAST, size.height - y),
  }
}
