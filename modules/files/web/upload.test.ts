import { randomBytes } from 'node:crypto'
import { v7 } from '#kernel/id.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { served, temporaryStorage, world } from '../fixtures.ts'
import { uploadFor } from './upload.ts'

temporaryStorage()
const ada = { id: v7() }
let address: Promise<string> | undefined
afterEach(() => vi.unstubAllGlobals())

/** The browser's `fetch`, whose network does what the test says of each request. */
const network = (fails: (method: string, count: number) => 'before' | 'after' | false) => {
  const { fetch } = globalThis
  const sent: string[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    sent.push(method)
    const when = fails(method, sent.filter((one) => one === method).length)
    if (when === 'before') throw new TypeError('Failed to fetch')
    const there = await (address ??= world().then(served))
    const headers = { ...init.headers as object, 'x-person': ada.id, origin: 'http://localhost:3000' }
    const answer = await fetch(there + path, { ...init, headers })
    if (when === 'after') throw new TypeError('Failed to fetch')
    return answer
  })
  return sent
}
const aFileOf = (size: number, name = 'archive.zip') => new File([Buffer.from('PK\x03\x04'), randomBytes(size - 4)], name)
const never = new AbortController().signal

test('a file goes in parts, and goes on when the network fails before or after the server has heard', async () => {
  const sent = network((method, count) => method !== 'PATCH' ? false : count === 2 ? 'before' : count === 3 && 'after')
  const shares: number[] = []
  const file = await uploadFor('file')(aFileOf(2_500_000), (share) => shares.push(share), never)
  expect(file).toEqual({ fileId: expect.any(String), name: 'archive.zip', mime: 'application/zip', size: 2_500_000 })
  expect(sent).toEqual(['POST', 'PATCH', 'PATCH', 'HEAD', 'PATCH', 'HEAD', 'PATCH'])
  expect(shares.at(-1)).toBeCloseTo(0.8)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

test('the last answer lost is asked again', async () => {
  const sent = network((method) => method === 'PATCH' ? 'after' : false)
  expect(await uploadFor('file')(aFileOf(1000), () => undefined, never)).toMatchObject({ mime: 'application/zip', size: 1000 })
  expect(sent).toEqual(['POST', 'PATCH', 'HEAD', 'GET'])
})

test('a refusal is a sentence, at once or when its answer was lost', async () => {
  network(() => false)
  await expect(uploadFor('file')(aFileOf(1000, 'plan.pdf'), () => undefined, never)).rejects.toThrow(/ne correspond pas/)
  vi.unstubAllGlobals()
  network((method) => method === 'PATCH' ? 'after' : false)
  await expect(uploadFor('file')(aFileOf(1000, 'plan.pdf'), () => undefined, never)).rejects.toThrow(/ne correspond pas/)
})

test('who stops leaves nothing', async () => {
  const stop = new AbortController()
  const sent = network(() => false)
  await expect(uploadFor('file')(aFileOf(2_000_000), () => stop.abort(), stop.signal)).rejects.toThrow(/abort/i)
  expect(sent.at(-1)).toBe('DELETE')
  const { db } = await world()
  await expect.poll(() => db.selectFrom('files.file').select('id').where('state', '=', 'uploading').execute()).toEqual([])
})
