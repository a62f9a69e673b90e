import { copyFile } from 'node:fs/promises'
import sharp from 'sharp'
import { Refusal } from '#kernel/operation/operation.ts'
import { alreadyDrawn } from './drawn.ts'
import { largest, widths } from './limits.ts'

/** A picture of more pixels is refused before it is decoded: some small files unfold to fill a memory. */
export const MOST_PIXELS = 64_000_000

export interface Picture { width: number; height: number; main: string; copies: { width: number; path: string }[] }

// One thread a picture: uploads are handled side by side.
sharp.concurrency(1)
sharp.cache(false)

const refusalOf = (error: unknown): unknown => {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(message)) return new Refusal('files.too-many-pixels', { megapixels: MOST_PIXELS / 1_000_000 })
  return /ENOSPC|no space/i.test(message) ? error : new Refusal('files.image-broken')
}

const write = (path: string, to: string, { width, height }: { width: number; height?: number }) =>
  sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient()
    .resize({ width, height, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }).toFile(to)

/**
 * Draws a picture anew as WebP, upright, without anything else that it held (place, device, comments), at most 2560 pixels wide or high,
 * with narrower copies; one that is so already is kept as it is. Of an animation only its first image stays: a page must not move without its reader's wish.
 * @returns paths beside the given one. @throws Refusal `files.image-broken`, `files.too-many-pixels`.
 */
export const redraw = async (path: string): Promise<Picture> => {
  const main = `${path}.webp`
  try {
    const drawn = await alreadyDrawn(path, MOST_PIXELS)
    if (drawn) await copyFile(path, main)
    const { width, height } = drawn ?? await write(path, main, { width: largest, height: largest })
    const copies = widths.filter((one) => one < width).map((one) => ({ width: one, path: `${path}-${one}.webp` }))
    // Narrower ones from the main one, which is decoded faster than a photograph of 40 megapixels.
    for (const copy of copies) await write(main, copy.path, { width: copy.width })
    return { width, height, main, copies }
  } catch (error) {
    throw refusalOf(error)
  }
}
