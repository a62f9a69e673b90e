import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { v7 } from '#kernel/id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage } from './disk.ts'
import { s3Storage } from './s3.ts'
import { keyOf, type Storage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'sillage-storage-'))
const double = new S3rver({
  port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3'), configureBuckets: [{ name: 'sillage', configs: [] }],
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const aLocalFile = (bytes: Buffer): string => {
  const path = join(folder, v7())
  writeFileSync(path, bytes)
  return path
}

const behaves = (make: () => Promise<Storage>) => {
  let storage: Storage
  beforeAll(async () => { storage = await make() })
  afterAll(() => storage.close())

  test('what is put comes back whole or in part, then goes', async () => {
    const key = keyOf(v7())
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251))
    await storage.put(key, aLocalFile(bytes))
    expect(await storage.head(key)).toEqual({ size: 300_000 })
    const whole = await storage.get(key)
    expect(whole?.size).toBe(300_000)
    expect((await buffer(whole!.stream)).equals(bytes)).toBe(true)
    const part = await storage.get(key, { start: 1000, end: 1999 })
    expect(part?.size).toBe(1000)
    expect((await buffer(part!.stream)).equals(bytes.subarray(1000, 2000))).toBe(true)
    await storage.remove(key)
    expect(await storage.head(key)).toBeUndefined()
    expect(await storage.get(key)).toBeUndefined()
  })

  test('what does not exist is removed without complaint', async () => {
    await expect(storage.remove(keyOf(v7()))).resolves.toBeUndefined()
  })

  test('a local file that is missing leaves nothing under the key', async () => {
    const key = keyOf(v7())
    await expect(storage.put(key, join(folder, 'missing'))).rejects.toThrow(/ENOENT/)
    expect(await storage.head(key)).toBeUndefined()
  })
}

describe('on the disk', () => {
  behaves(async () => diskStorage(join(folder, 'disk')))
  test('no key leads out of its folder', async () => {
    const storage = diskStorage(join(folder, 'disk'))
    expect(() => storage.remove('../../secret')).toThrow(/out of the storage/)
    await expect(storage.get('../disk-beside/x')).rejects.toThrow(/out of the storage/)
  })
})

describe('on an S3', () => {
  behaves(async () => {
    const { port } = await double.run()
    return s3Storage({
      endpoint: `http://127.0.0.1:${port}`, region: 'fr-par', bucket: 'sillage', forcePathStyle: true,
      accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER',
    })
  })
  afterAll(() => double.close())
})
