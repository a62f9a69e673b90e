import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { aPdf, temporaryStorage, world } from '../fixtures.ts'
import { aSender } from '../sender.fixtures.ts'
import { startUpload } from './start-upload.ts'

const directory = temporaryStorage({ limits: { file: 200_000 } })
const [ada, bob] = [{ id: v7() }, { id: v7() }]
const { send, begin, cut, incoming } = aSender(directory, ada)
const announced = async (name: string, size: number, purpose: 'image' | 'file' = 'file') =>
  (await (await world()).as(ada).run(startUpload, { name, size, purpose })).fileId
const patch = (fileId: string, from: number, body: Buffer | string, person = ada) =>
  send('PATCH', `/files/${fileId}`, body, { 'upload-offset': String(from), 'x-person': person.id })
const offset = async (fileId: string) => (await send('HEAD', `/files/${fileId}`)).headers.get('upload-offset')

test('an upload goes on after a cut, from where the server says', async () => {
  const { db } = await world()
  const bytes = aPdf(120_000)
  const fileId = await announced('plan.pdf', bytes.length)
  expect(await offset(fileId)).toBe('0')
  await cut('PATCH', `/files/${fileId}`, bytes.subarray(0, 30_000), bytes.length, { 'upload-offset': '0' })
  expect(await offset(fileId)).toBe('30000')
  const elsewhere = await patch(fileId, 20_000, bytes.subarray(20_000))
  expect([elsewhere.status, elsewhere.headers.get('upload-offset')]).toEqual([409, '30000'])
  expect((await patch(fileId, 30_000, bytes.subarray(30_000, 60_000))).headers.get('upload-offset')).toBe('60000')
  const whole = await patch(fileId, 60_000, bytes.subarray(60_000))
  expect([whole.status, await whole.json()]).toEqual([201, { fileId, name: 'plan.pdf', mime: 'application/pdf', size: bytes.length }])
  expect((await patch(fileId, 0, bytes)).status).toBe(409)
  const read = await send('GET', `/files/${fileId}`)
  expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true)
  expect(await db.selectFrom('files.file').select('state').where('id', '=', fileId).executeTakeFirst()).toEqual({ state: 'ready' })
  expect(incoming()).toEqual([])
})

test('nobody else adds to an upload, nor sees it; who sees the file once it is there may not either', async () => {
  const fileId = await announced('plan.pdf', 100)
  expect((await patch(fileId, 0, aPdf(), bob)).status).toBe(404)
  expect((await send('GET', `/files/${fileId}`, undefined, { 'x-person': bob.id })).status).toBe(404)
  const { db } = await world()
  const mine = await announced('notes.txt', 2)
  expect((await patch(mine, 0, 'ok')).status).toBe(201)
  await db.insertInto('files.reference').values({ holder: `test.thing:${v7()}`, file_id: mine, principals: [`person:${bob.id}`] }).execute()
  expect((await patch(mine, 0, 'no', bob)).status).toBe(403)
  expect((await send('PATCH', `/files/${fileId}`, 'x')).status).toBe(400)
})

test('a new try ends the one that hangs', async () => {
  const bytes = aPdf(60_000)
  const fileId = await announced('plan.pdf', bytes.length)
  const hung = await begin('PATCH', `/files/${fileId}`, bytes.subarray(0, 10_000), bytes.length, { 'upload-offset': '0' })
  expect((await patch(fileId, 10_000, bytes.subarray(10_000))).status).toBe(201)
  expect(await hung.broken).toBeInstanceOf(Error)
})

test('what an announced file turns out to be is refused, and the refusal can be asked again', async () => {
  const fileId = await announced('photo.jpg', 20, 'image')
  const refused = await patch(fileId, 0, 'nothing but 20 chars')
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'files.type-mismatch' }])
  const again = await send('GET', `/files/${fileId}`)
  expect([again.status, await again.json()]).toMatchObject([409, { code: 'files.type-mismatch' }])
})

test('more bytes than announced are refused', async () => {
  expect((await patch(await announced('b.txt', 3), 0, 'more')).status).toBe(413)
})

test('startUpload: a visitor signs in, limits are said before anything is sent', async () => {
  const { as } = await world()
  await expect(as().run(startUpload, { name: 'a.pdf', size: 10, purpose: 'file' })).rejects.toMatchObject({ status: 401 })
  await expect(announced('a.pdf', 200_001)).rejects.toMatchObject({ code: 'files.too-large', status: 413 })
  await expect(announced('a.pdf', 0)).rejects.toMatchObject({ code: 'files.empty' })
})
