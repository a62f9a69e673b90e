import sharp from 'sharp'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { attach } from '../api.ts'
import { rangeOf } from '../download/range.ts'
import { dispositionOf } from '../download/headers.ts'
import { aFile, aPdf, aPicture, contextOf, served, temporaryStorage, world } from '../fixtures.ts'
import { fileUrl, imageUrl, srcSet } from '../web/routes.ts'

temporaryStorage()
const [ada, bob, eve] = [{ id: v7() }, { id: v7() }, { id: v7() }]
let address: Promise<string> | undefined
const get = async (path: string, person?: { id: string }, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${await (address ??= world().then(served))}${path}`, { method, headers: { ...person && { 'x-person': person.id }, ...headers } })
const shownTo = async (fileId: string, ...principals: string[]) =>
  attach(await contextOf(await world(), ada), { fileId, holder: `test.thing:${v7()}`, principals })

test('who sent it and who sees what shows it read a file; others and visitors do not find it', async () => {
  const fileId = await aFile(await world(), { uploadedBy: ada })
  await shownTo(fileId, `person:${bob.id}`)
  for (const [person, status] of [[ada, 200], [bob, 200], [eve, 404], [undefined, 404]] as const) {
    expect((await get(fileUrl(fileId, 'plan.pdf'), person)).status).toBe(status)
  }
  await shownTo(fileId, 'public')
  expect((await get(fileUrl(fileId))).status).toBe(200)
  expect((await get(fileUrl(v7()), ada)).status).toBe(404)
  expect((await get('/files/..%2f..%2fetc%2fpasswd', ada)).status).toBe(422)
})

test('headers say what it is, who may keep it and that it does nothing by itself', async () => {
  const there = await world()
  const pdf = await aFile(there, { uploadedBy: ada, name: 'Été 2026 "essai".pdf' })
  const text = await aFile(there, { uploadedBy: ada, name: 'notes.txt', bytes: Buffer.from('<b>x</b>') })
  const [shown, saved] = [await get(fileUrl(pdf), ada), await get(fileUrl(text), ada)]
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff', 'accept-ranges': 'bytes',
    'content-disposition': `inline; filename="Ete 2026 _essai_.pdf"; filename*=UTF-8''%C3%89t%C3%A9%202026%20%22essai%22.pdf`,
  })
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/)
  expect(saved.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  await shownTo(pdf, 'public')
  expect((await get(fileUrl(pdf))).headers.get('cache-control')).toBe('public, no-cache')
  expect(dispositionOf('application/zip', `a\r\nb.zip`)).toBe(`attachment; filename="a__b.zip"; filename*=UTF-8''a%0D%0Ab.zip`)
})

test('a browser that has the bytes gets 304, once its right was looked at again', async () => {
  const fileId = await aFile(await world(), { uploadedBy: ada })
  const etag = (await get(fileUrl(fileId), ada)).headers.get('etag')!
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
  expect((await get(fileUrl(fileId), ada, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304)
  expect((await get(fileUrl(fileId), eve, { 'if-none-match': etag })).status).toBe(404)
})

test('parts of a file, its headers alone', async () => {
  const bytes = aPdf(1000)
  const fileId = await aFile(await world(), { uploadedBy: ada, bytes })
  const part = await get(fileUrl(fileId), ada, { range: 'bytes=10-19' })
  expect(part.status).toBe(206)
  expect(Object.fromEntries(part.headers)).toMatchObject({ 'content-range': `bytes 10-19/${bytes.length}`, 'content-length': '10' })
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true)
  const beyond = await get(fileUrl(fileId), ada, { range: `bytes=${bytes.length}-` })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
  expect((await get(fileUrl(fileId), ada, { range: 'bytes=0-1', 'if-range': '"older"' })).status).toBe(200)
  expect((await get(fileUrl(fileId), ada, { range: 'bytes=0-1', 'if-range': part.headers.get('etag')! })).status).toBe(206)
  const head = await get(fileUrl(fileId), ada, {}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(bytes.length), ''])
})

test.each([
  [undefined, undefined], ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=90-200', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }], ['bytes=-0', 'none'], ['bytes=100-', 'none'], ['bytes=5-1', undefined], ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined], ['pages=1-2', undefined],
])('range %s of 100 bytes', (header, range) => expect(rangeOf(header, 100)).toEqual(range))

test('a picture comes at least as wide as asked, under the same rights', async () => {
  const bytes = await aPicture(900, 300).png().toBuffer()
  const fileId = await aFile(await world(), { uploadedBy: ada, name: 'a.png', bytes })
  const widthAt = async (width: number) => {
    const picture = await get(imageUrl(fileId, width), ada)
    return (await sharp(await picture.arrayBuffer()).metadata()).width
  }
  const found: number[] = []
  for (const asked of [100, 320, 321, 800, 2560]) found.push(await widthAt(asked))
  expect(found).toEqual([320, 320, 640, 900, 900])
  expect((await get(imageUrl(fileId, 320), eve)).status).toBe(404)
  expect((await get(`/images/${fileId}/0`, ada)).status).toBe(422)
  const [narrow, wide] = [await get(imageUrl(fileId, 1), ada, {}, 'HEAD'), await get(imageUrl(fileId, 900), ada, {}, 'HEAD')]
  expect(narrow.headers.get('etag')).not.toBe(wide.headers.get('etag'))
  expect(Number(narrow.headers.get('content-length'))).toBeLessThan(Number(wide.headers.get('content-length')))
  const pdf = await aFile(await world(), { uploadedBy: ada })
  expect((await get(imageUrl(pdf, 320), ada)).status).toBe(404)
})

test('addresses', () => {
  expect(fileUrl('x', 'Été/2.pdf')).toBe('/files/x/%C3%89t%C3%A9%2F2.pdf')
  expect(fileUrl('x', '漢'.repeat(150)).length).toBeLessThan(230)
  expect(srcSet('x', 900)).toBe('/images/x/320 320w, /images/x/640 640w, /images/x/900 900w')
  expect(imageUrl('x', 9999)).toBe('/images/x/2560')
})
