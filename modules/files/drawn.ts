import { readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import { largest } from './limits.ts'

const MOST_BYTES = 20_000_000
/** Chunks of pixels and nothing else: no profile, no place, no comment, no animation (WebP container specification, RFC 9649 §2). */
const PIXELS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])
/** Flags of VP8X: profile, EXIF, XMP, animation. */
const MORE_THAN_PIXELS = 0b0010_1110

/** Only the chunks of a still WebP, up to the last byte. */
export const isBareWebp = (bytes: Buffer): boolean => {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8,
    12) !== 'WEBP' || bytes.readUInt32LE(4) !== bytes.length - 8) return false
  let at = 12
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4)
    if (!PIXELS.has(name) || name === 'VP8X' && (bytes[at + 8]! & MORE_THAN_PIXELS) !== 0) return false
    const size = bytes.readUInt32LE(at + 4)
    at += 8 + size + size % 2
  }
  return at === bytes.length
}

/**
 * A picture that is already as we draw them, decoded to its end: it is kept byte for byte, so that what leaves in an archive and comes back
 * is the same. @returns its size in pixels, none for any other picture.
 */
export const alreadyDrawn = async (path: string, limitInputPixels: number): Promise<{ width: number; height: number } | undefined> => {
  if ((await stat(path)).size > MOST_BYTES || !isBareWebp(await readFile(path))) return undefined
  const { width, height } = await sharp(path, { limitInputPixels, failOn: 'error' }).metadata()
  if (width > largest || height > largest) return undefined
  await sharp(path, { limitInputPixels, failOn: 'error' }).raw().toBuffer()
  return { width, height }
}
