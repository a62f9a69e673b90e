import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import sharp from 'sharp'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { receive } from '../api.ts'
import { aPdf, aPicture, contextOf, temporaryStorage, world } from '../fixtures.ts'
import { discard, take } from '../incoming.ts'
import { aSender } from '../sender.fixtures.ts'
import { keyOf } from '../storage/storage.ts'

const directory = temporaryStorage({ limits: { file: 200_000 } })
const ada = { id: v7() }
const { put, cut, send, incoming } = aSender(directory, ada)
const countOf = async (person: string) => {
  const { db } = await world()
  return (await db.selectFrom('files.file').select('id').where('uploaded_by', '=', person).execute()).length
}

test('a picture and a document are sent whole: 201 with what they have become', async () => {
  const photo = await put('Été à la mer.jpg', await aPicture(700, 400).jpeg().toBuffer(), { purpose: 'image' })
  expect(photo.status).toBe(201)
  const { fileId, ...about } = await photo.json() as Record<string, unknown>
  expect(about).toEqual({ name: 'Été à la mer.webp', mime: 'image/webp', size: expect.any(Number), width: 700, height: 400 })
  expect(photo.headers.get('location')).toBe(`/files/${String(fileId)}`)
  expect(existsSync(join(directory, keyOf(String(fileId), 320)))).toBe(true)
  const plan = await put('../../plan.pdf', aPdf())
  expect(await plan.json()).toMatchObject({ name: 'plan.pdf', mime: 'application/pdf' })
  expect(incoming()).toEqual([])
})

test('JSON, forms and text are bytes like others, not read as requests', async () => {
  const text = await put('notes.txt', 'a=1', { more: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect(await text.json()).toMatchObject({ mime: 'text/plain', size: 3 })
  expect((await put('a.csv', '{"a', { more: { 'content-type': 'application/json' } })).status).toBe(201)
})

test('pictures sent as documents lose their position too', async () => {
  const photograph = await aPicture(50, 50).withExif({ IFD0: { Make: 'Telephone' } }).jpeg().toBuffer()
  const { fileId, mime } = await (await put('a.jpg', photograph)).json() as { fileId: string; mime: string }
  expect(mime).toBe('image/webp')
  expect((await sharp(join(directory, keyOf(fileId))).metadata()).exif).toBeUndefined()
})

test('refused: a visitor, another site', async () => {
  const path = '/files?name=a.pdf&purpose=file'
  expect((await send('PUT', path, aPdf(), { 'x-person': '', cookie: '' })).status).toBe(401)
  expect((await send('PUT', path, aPdf(), { origin: 'https://evil.example' })).status).toBe(403)
})

test.each([
  ['an empty file', 'vide.pdf', Buffer.alloc(0), 'file', 'files.empty'],
  ['a lie', 'photo.jpg', aPdf(), 'image', 'files.type-mismatch'],
  ['a document where a picture is wanted', 'plan.pdf', aPdf(), 'image', 'files.image-expected'],
  ['a page', 'page.html', Buffer.from('<html>'), 'file', 'files.type-refused'],
])('refused with a sentence: %s', async (_, name, bytes, purpose, code) => {
  const answer = await put(name, bytes, { purpose })
  expect([answer.status, await answer.json()]).toMatchObject([409, { code, detail: expect.stringMatching(/\.$/) }])
  expect(incoming()).toEqual([])
})

test('too large: refused by its announced length, else cut at the limit; nothing is left and the sender is told', async () => {
  const before = await countOf(ada.id)
  const announced = await put('gros.pdf', aPdf(200_000))
  const said = { code: 'files.too-large', detail: expect.stringContaining('0,2 Mo') }
  expect([announced.status, await announced.json()]).toMatchObject([413, said])
  const stream = Readable.from((function* () { for (let at = 0; at < 40; at++) yield Buffer.alloc(10_000, 'x') })())
  const streamed = await put('gros.pdf', Readable.toWeb(stream) as ReadableStream)
  expect([streamed.status, await streamed.json()]).toMatchObject([413, { code: 'files.too-large' }])
  expect(incoming()).toEqual([])
  expect(await countOf(ada.id)).toBe(before)
})

test('a file cut in the middle leaves nothing behind', async () => {
  const before = await countOf(ada.id)
  await cut('PUT', '/files?name=plan.pdf&purpose=file', aPdf(50_000), 150_000)
  await expect.poll(incoming).toEqual([])
  expect(await countOf(ada.id)).toBe(before)
})

test('a sender that stays silent is let go', async () => {
  const [id, stream] = [v7(), new PassThrough()]
  stream.write('%PDF-1.4')
  await expect(take({ id, stream, most: 100, silence: 50 })).rejects.toMatchObject({ code: 'files.upload-cut' })
  await discard(id)
})

test('who has sent too much that nothing shows must wait; a visitor signs in', async () => {
  const there = await world()
  const carol = { id: v7() }
  const now = new Date().toISOString()
  await there.db.insertInto('files.file').values({
    id: v7(), state: 'ready', purpose: 'file', name: 'a', mime: 'application/zip', size: 1_000_000_001, checksum: 'x',
    uploaded_by: carol.id, created_at: now, changed_at: now,
  }).execute()
  const aText = () => ({ name: 'a.txt', stream: Readable.from([Buffer.from('a')]), purpose: 'file' as const })
  await expect(receive(await contextOf(there, carol), aText())).rejects.toMatchObject({ code: 'files.too-many-unused' })
  await expect(receive(await contextOf(there), aText())).rejects.toMatchObject({ status: 401 })
})
