import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { bytesOf, cut } from './api.ts'
import { aFile, aPdf, contextOf, temporaryStorage, world } from './fixtures.ts'

temporaryStorage()

test('a part of a picture becomes a file of its own, and the picture stays', async () => {
  const there = await world()
  const [person, stranger] = [{ id: v7() }, { id: v7() }]
  const red = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#f00' } }).png().toBuffer()
  const bytes = await sharp({ create: { width: 100, height: 80, channels: 3, background: '#00f' } }).composite([{ input: red, left: 50, top: 30 }]).png().toBuffer()
  const picture = await aFile(there, { uploadedBy: person, name: 'vue.png', bytes })
  const part = await cut(await contextOf(there, person), picture, { x: 52, y: 32, width: 20, height: 10 })
  const { data, info } = await sharp(await buffer((await bytesOf(part))!.stream)).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([20, 10])
  expect(data[0]!).toBeGreaterThan(230)
  expect(data[2]!).toBeLessThan(30)
  expect((await there.db.selectFrom('files.file').select(['width', 'height', 'name']).where('id', 'in', [picture, part]).orderBy('width').execute()))
    .toEqual([{ width: 20, height: 10, name: 'vue.webp' }, { width: 100, height: 80, name: 'vue.webp' }])
  await expect(cut(await contextOf(there, person), picture, { x: 90, y: 0, width: 20, height: 10 })).rejects
    .toMatchObject({ code: 'files.outside-of-picture', details: { width: 100, height: 80 } })
  await expect(cut(await contextOf(there, stranger), picture, { x: 0, y: 0, width: 20, height: 10 })).rejects.toMatchObject({ status: 404 })
  await expect(cut(await contextOf(there), picture, { x: 0, y: 0, width: 20, height: 10 })).rejects.toMatchObject({ status: 401 })
  const pdf = await aFile(there, { uploadedBy: person, bytes: aPdf() })
  await expect(cut(await contextOf(there, person), pdf, { x: 0, y: 0, width: 20, height: 10 })).rejects.toMatchObject({ status: 404 })
})
