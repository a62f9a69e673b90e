import { createDeflateRaw, createInflateRaw, crc32 } from 'node:zlib'
import { pipeline, Readable } from 'node:stream'
import { Unreadable } from './row.ts'

const [LOCAL, CENTRAL, END, DESCRIPTOR] = [0x04034b50, 0x02014b50, 0x06054b50, 0x08074b50]
/** Sizes follow the bytes (APPNOTE 4.4.4, bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x808
/** In bytes. */
const HEADER = 30
/** What an archive may become: beyond, it was made to fill a disk. In bytes. */
const MOST_UNPACKED = 1_000_000_000

const fields = (...list: [size: 2 | 4, value: number][]): Buffer => Buffer.concat(list.map(([size, value]) => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}))

/** A ZIP archive of one file, piece by piece (PKWARE APPNOTE 6.3). It has no date: the same file makes the same archive. */
export async function* packed(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const title = Buffer.from(name)
  let [crc, size, length] = [0, 0, 0]
  const counted = async function* () {
    for await (const piece of pieces) {
      crc = crc32(piece, crc)
      size += piece.length
      yield piece
    }
  }
  yield Buffer.concat([fields([4, LOCAL], [2, 20], [2, FLAGS], [2, 8], [4, 0], [4, 0], [4, 0], [4, 0], [2, title.length], [2, 0]), title])
  const deflate = createDeflateRaw()
  // Its failure is that of the bytes that it gives.
  pipeline(Readable.from(counted()), deflate, () => undefined)
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    length += piece.length
    yield piece
  }
  const sizes: [2 | 4, number][] = [[4, crc], [4, length], [4, size]]
  const central = Buffer.concat([
    fields([4, CENTRAL], [2, 20], [2, 20], [2, FLAGS], [2, 8], [4, 0], ...sizes, [2, title.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]), title,
  ])
  const offset = HEADER + title.length + length + 16
  yield Buffer.concat([fields([4, DESCRIPTOR], ...sizes), central, fields([4, END], [2, 0], [2, 0], [2, 1], [2, 1], [4, central.length], [4, offset], [2, 0])])
}

/** The first so many bytes, and all of them: those first, then the rest. */
export const peeked = async (pieces: AsyncIterable<Buffer>, count: number): Promise<{ start: Buffer; whole: AsyncGenerator<Buffer> }> => {
  const iterator = pieces[Symbol.asyncIterator]()
  let start: Buffer = Buffer.alloc(0)
  let ended = false
  while (start.length < count && !ended) {
    const { done, value } = await iterator.next()
    if (done) ended = true
    else start = Buffer.concat([start, value])
  }
  const whole = async function* () {
    try {
      if (start.length > 0) yield start
      for (let next = ended ? undefined : await iterator.next(); next && !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { start, whole: whole() }
}

async function* limited(pieces: AsyncIterable<Buffer>, most: number, tooLong: () => Error | undefined): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of pieces) {
    const left = most - size
    size += piece.length
    if (size > most) {
      yield piece.subarray(0, left)
      const error = tooLong()
      if (error) throw error
      return
    }
    yield piece
  }
}

export const isArchive = (start: Buffer): boolean => start.length >= 4 && start.readUInt32LE(0) === LOCAL

/**
 * The first file of an archive, as it was before; what is no archive as it is. @throws Unreadable `archive` for one that is damaged, locked by a
 * password or begins with a folder, `too-large`.
 */
export async function* unpacked(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { start, whole } = await peeked(pieces, HEADER)
  if (!isArchive(start)) {
    yield* whole
    return
  }
  if (start.length < HEADER) throw new Unreadable('archive', 1)
  const [flags, method, length, skip] = [start.readUInt16LE(6), start.readUInt16LE(8), start.readUInt32LE(18), start.readUInt16LE(26) + start.readUInt16LE(28)]
  const isLocked = (flags & 1) === 1
  // Stored bytes do not say where they end, unless their length was written first.
  const hasEnd = method === 8 || (method === 0 && (flags & 8) === 0 && length > 0)
  if (isLocked || !hasEnd) throw new Unreadable('archive', 1)
  const body = after(whole, HEADER + skip)
  if (method === 0) {
    yield* limited(body, length, () => undefined)
    return
  }
  const inflate = createInflateRaw()
  pipeline(Readable.from(body), inflate, () => undefined)
  try {
    yield* limited(inflate as AsyncIterable<Buffer>, MOST_UNPACKED, () => new Unreadable('too-large', 1))
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('archive', 1)
  } finally {
    inflate.destroy()
  }
}

async function* after(pieces: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.subarray(left)
    left = Math.max(0, left - piece.length)
  }
}
