export interface Frame { x: number, y: number, width: number, height: number }
export interface Size { width: number, height: number }
export interface Picture extends Size { id: string }

/** Smaller than this on a side, a part of a picture shows nothing. In pixels. */
export const LEAST = 16

/** Width over height of the pictures that have a place of one shape; those of contents have any. */
export const ratios = { resource: 16 / 9, logo: 1, cover: 4 } as const

/** Height, in pixels, of a part of this width. */
export const heightOf = (width: number, ratio: number) => Math.max(1, Math.round(width / ratio))

const within = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(value, least), Math.max(least, most)))

/** The widest part of this shape that a picture holds. */
const widest = ({ width, height }: Size, ratio: number) => Math.floor(Math.min(width, height * ratio))

/** A file as a picture of which a part of this shape can be shown; none when it is no picture, or too small a one. */
export const pictureIn = (
  file: { id: string, width: number | null, height: number | null } | null | undefined, ratio?: number,
): Picture | undefined => {
  if (!file?.width || !file.height) return undefined
  const { id, width, height } = file
  const least = ratio === undefined ? Math.min(width, height) : widest({ width, height }, ratio)
  return least < LEAST ? undefined : { id, width, height }
}

/** The largest frame of this shape, in the middle of the picture; all of it when there is no shape. */
export const largestFrame = (size: Size, ratio?: number): Frame => {
  if (ratio === undefined) return { x: 0, y: 0, ...size }
  const width = widest(size, ratio)
  const height = heightOf(width, ratio)
  return { x: Math.floor((size.width - width) / 2), y: Math.floor((size.height - height) / 2), width, height }
}

/**
 * The frame between two points of the picture, wherever each is, inside of it and not too small. With a shape it grows from the first point
 * towards the second.
 */
export const frameBetween = (one: { x: number, y: number }, other: { x: number, y: number }, size: Size, ratio?: number): Frame => {
  if (ratio !== undefined) return shapedBetween(one, other, size, ratio)
  const x = within(Math.min(one.x, other.x), 0, size.width - LEAST)
  const y = within(Math.min(one.y, other.y), 0, size.height - LEAST)
  return {
    x, y, width: within(Math.abs(one.x - other.x), LEAST, size.width - x), height: within(Math.abs(one.y - other.y), LEAST, size.height - y),
  }
}

const shapedBetween = (one: { x: number, y: number }, other: { x: number, y: number }, size: Size, ratio: number): Frame => {
  const [left, up] = [other.x < one.x, other.y < one.y]
  const room = widest({ width: left ? one.x : size.width - one.x, height: up ? one.y : size.height - one.y }, ratio)
  const drawn = Math.max(Math.abs(other.x - one.x), Math.abs(other.y - one.y) * ratio)
  const width = within(Math.min(drawn, room), LEAST, widest(size, ratio))
  const height = heightOf(width, ratio)
  return {
    x: within(left ? one.x - width : one.x, 0, size.width - width), y: within(up ? one.y - height : one.y, 0, size.height - height),
    width, height,
  }
}

/** Which number makes a frame leave the picture, and the most that it may be; none when the frame is inside. */
export const excess = (frame: Frame, size: Size, ratio?: number): { field: keyof Frame, limit: number } | undefined => {
  if (frame.x + LEAST > size.width) return { field: 'x', limit: Math.max(0, size.width - LEAST) }
  if (frame.x + frame.width > size.width) return { field: 'width', limit: size.width - frame.x }
  if (frame.y + frame.height <= size.height) return undefined
  if (ratio === undefined && frame.y + LEAST <= size.height) return { field: 'height', limit: size.height - frame.y }
  if (frame.height <= size.height) return { field: 'y', limit: size.height - frame.height }
  return ratio === undefined ? { field: 'y', limit: Math.max(0, size.height - LEAST) } : { field: 'width', limit: widest(size, ratio) }
}
