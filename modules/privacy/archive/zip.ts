import type { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive: a text held in memory, or bytes of a known size that can be read twice. */
export type Entry = { name: string; at: Date } & ({ text: string } | { size: number; open: () => Promise<Readable> })

interface Written { name: Buffer; at: Date; method: 0 | 8; crc: number; size: number; packed: number; offset: number }

const [LOCAL, CENTRAL, END, END64, LOCATOR64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50]
/** In bytes. */
const SHORT = 200
const MOST = 0xffffffff
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const FLAGS = 0x800

/** Seconds by two, and nothing before 1980 (APPNOTE 4.4.6). */
const dosTime = (at: Date) => at.getUTCHours() << 11 | at.getUTCMinutes() << 5 | at.getUTCSeconds() >> 1
const dosDate = (at: Date) => Math.max(0, at.getUTCFullYear() - 1980) << 9 | at.getUTCMonth() + 1 << 5 | at.getUTCDate()

const bytes = (...fields: [size: 2 | 4 | 8, value: number][]): Buffer => {
  const all = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of fields) {
    if (size === 8) at = all.writeBigUInt64LE(BigInt(value), at)
    else at = all.writeUIntLE(value, at, size)
  }
  return all
}

const common = ({ at, method, crc, size, packed, name }: Written): [2 | 4, number][] => [
  [2, FLAGS], [2, method], [2, dosTime(at)], [2, dosDate(at)], [4, crc], [4, packed], [4, size], [2, name.length],
]
const localHeader = (one: Written) => Buffer.concat([bytes([4, LOCAL], [2, 20], ...common(one), [2, 0]), one.name])

/** The place of a file beyond four gigabytes goes to an extra field (ZIP64, APPNOTE 4.5.3). */
const centralHeader = (one: Written) => {
  const far = one.offset >= MOST
  const extra = far ? bytes([2, 1], [2, 8], [8, one.offset]) : Buffer.alloc(0)
  const head = bytes([4, CENTRAL], [2, far ? 45 : 20], [2, far ? 45 : 20], ...common(one), [2, extra.length], [2, 0], [2, 0], [2, 0],
    [4, 0],    [4, far ? MOST : one.offset])
  return Buffer.concat([head, one.name, extra])
}

const ending = (count: number, size: number, offset: number) => {
  const far = count >= 0xffff || offset >= MOST || size >= MOST
  const far64 = far ? [
    bytes([4, END64], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset]),
    bytes([4, LOCATOR64], [4, 0], [8, offset + size], [4, 1]),
  ] : []
  const [shown, s, o] = far ? [0xffff, MOST, MOST] : [count, size, offset]
  return Buffer.concat([...far64, bytes([4, END], [2, 0], [2, 0], [2, shown], [2, shown], [4, s], [4, o], [2, 0])])
}

const checksum = async (stream: Readable) => {
  let crc = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) crc = crc32(chunk, crc)
  return crc
}

/**
 * A ZIP archive (PKWARE APPNOTE 6.3), piece by piece, whatever its size: texts are compressed; the others are stored as they are, since
 * files that people send are compressed already, and read twice, once for their checksum, so that any program opens the archive.
 */
export async function* zip(entries: Iterable<Entry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const entry of entries) {
    const text = 'text' in entry ? Buffer.from(entry.text) : undefined
    // What is short would not get shorter.
    const packed = text && text.length > SHORT ? deflateRawSync(text) : undefined
    const size = 'text' in entry ? text!.length : entry.size
    const crc = 'text' in entry ? crc32(text!) : await checksum(await entry.open())
    const name = Buffer.from(entry.name)
    const one: Written = { name, at: entry.at, method: packed ? 8 : 0, crc, size, packed: packed?.length ?? size, offset }
    const header = localHeader(one)
    yield header
    if (packed ?? text) yield (packed ?? text)!
    else if ('open' in entry) for await (const chunk of await entry.open() as AsyncIterable<Buffer>) yield chunk
    offset += header.length + one.packed
    written.push(one)
  }
  const central = written.map(centralHeader)
  const size = central.reduce((sum, { length }) => sum + length, 0)
  yield* central
  yield ending(written.length, size, offset)
}
