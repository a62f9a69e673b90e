import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { unzipped } from './unzipped.fixtures.ts'
import { zip, type Entry } from './zip.ts'

const at = new Date('2026-11-21T13:37:42Z')
const bytesOf = async (entries: Entry[]) => {
  const parts: Buffer[] = []
  for await (const part of zip(entries)) parts.push(part)
  return Buffer.concat(parts)
}
const stored = (name: string, bytes: Buffer): Entry =>
  ({ name, at, size: bytes.length, open: async () => Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]) })

test('texts are compressed, files stored as they are, names are in any language', async () => {
  const long = 'été '.repeat(10_000)
  const bytes = await bytesOf([
    { name: 'donnees.json', at, text: long }, stored('fichiers/Été à Noël 🎄.pdf', Buffer.from('contenu')),
    { name: 'vide.txt', at, text: '' },
  ])
  expect(bytes.length).toBeLessThan(2000)
  const files = unzipped(bytes)
  expect([...files.keys()]).toEqual(['donnees.json', 'fichiers/Été à Noël 🎄.pdf', 'vide.txt'])
  expect(files.get('donnees.json')!.toString()).toBe(long)
  expect(files.get('fichiers/Été à Noël 🎄.pdf')!.toString()).toBe('contenu')
  expect(files.get('vide.txt')).toHaveLength(0)
})

test('an archive of nothing is an archive', async () => {
  expect(unzipped(await bytesOf([])).size).toBe(0)
})

test('a date has its day and its time to two seconds; before 1980 there is none', async () => {
  const bytes = await bytesOf([{ name: 'a', at, text: '' }, { name: 'b', at: new Date(0), text: '' }])
  const time = bytes.readUInt16LE(10)
  const date = bytes.readUInt16LE(12)
  expect([time >> 11, time >> 5 & 63, (time & 31) * 2]).toEqual([13, 37, 42])
  expect([(date >> 9) + 1980, date >> 5 & 15, date & 31]).toEqual([2026, 11, 21])
})

test('beyond 65,534 files the end says it in 64 bits', async () => {
  const count = 65_536
  const bytes = await bytesOf(Array.from({ length: count }, (_, index): Entry => ({ name: `${index}`, at, text: '' })))
  const end = bytes.length - 22
  expect(bytes.readUInt16LE(end + 10)).toBe(0xffff)
  const end64 = Number(bytes.readBigUInt64LE(end - 20 + 8))
  expect(bytes.readUInt32LE(end64)).toBe(0x06064b50)
  expect(Number(bytes.readBigUInt64LE(end64 + 32))).toBe(count)
  expect(bytes.readUInt32LE(Number(bytes.readBigUInt64LE(end64 + 48)))).toBe(0x02014b50)
})
