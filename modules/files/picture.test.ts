import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { aPicture, temporaryStorage } from './fixtures.ts'
import { redraw } from './picture.ts'

const folder = temporaryStorage()
const drawn = (bytes: Buffer) => {
  const path = join(folder, v7())
  writeFileSync(path, bytes)
  return redraw(path)
}

test('a photograph stands upright, and tells neither where nor with what it was taken', async () => {
  const photograph = await aPicture(1000, 600)
    .withExif({ IFD0: { Make: 'Telephone', Copyright: 'Camille' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' } })
    .withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect((await sharp(photograph).metadata()).exif!.toString('latin1')).toContain('Telephone')
  const { main, width, height, copies } = await drawn(photograph)
  expect([width, height]).toEqual([600, 1000])
  expect(copies.map((copy) => copy.width)).toEqual([320])
  for (const path of [main, ...copies.map((copy) => copy.path)]) {
    const about = await sharp(path).metadata()
    expect(about).toMatchObject({ format: 'webp' })
    expect([about.exif, about.xmp, about.iptc, about.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(about.height / about.width).toBeCloseTo(5 / 3, 1)
  }
})

test('a large picture is brought to 2560 pixels, a small one stays as it is, transparency too', async () => {
  const large = await drawn(await aPicture(2800, 280).jpeg().toBuffer())
  expect(large).toMatchObject({ width: 2560, height: 256, copies: [{ width: 320 }, { width: 640 }, { width: 1280 }] })
  const { main, ...small } = await drawn(await aPicture(100, 50).ensureAlpha(0.5).png().toBuffer())
  expect(small).toEqual({ width: 100, height: 50, copies: [] })
  expect((await sharp(main).metadata()).hasAlpha).toBe(true)
})

test('a picture cut in the middle, one that unfolds to too many pixels: refused', async () => {
  const whole = await aPicture(600, 600).jpeg().toBuffer()
  await expect(drawn(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'files.image-broken' })
  const bomb = await aPicture(10, 10).png().toBuffer()
  // Its header announces 90 000 × 90 000 pixels, and its checksum agrees.
  bomb.writeUInt32BE(90_000, 16)
  bomb.writeUInt32BE(90_000, 20)
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
  await expect(drawn(bomb)).rejects.toMatchObject({ code: 'files.too-many-pixels' })
})
