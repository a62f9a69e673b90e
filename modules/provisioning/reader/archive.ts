import { Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate'
import { Unreadable } from './row.ts'

/** Signature of the first file of an archive (PKWARE APPNOTE 4.3.7), in the four first bytes. */
const LOCAL = 0x04034b50
/** The fixed part of what stands before a file, in bytes. */
const HEADER = 30
/** What an archive may become: beyond, it was made to fill a disk. In bytes. */
const MOST_UNPACKED = 1_000_000_000
/** Bytes given to the unpacker at once: what one piece may swell to is held in memory. */
const PIECE = 16_384

/** A ZIP archive of one file, piece by piece. It has no date of its own: the same file makes the same archive. */
export async function* packed(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const file = new ZipDeflate(name)
  file.mtime = '1980-01-02T00:00:00'
  archive.add(file)
  for await (const piece of pieces) {
    file.push(piece)
    yield* ready.splice(0).map((one) => Buffer.from(one))
  }
  file.push(new Uint8Array(), true)
  archive.end()
  yield* ready.splice(0).map((one) => Buffer.from(one))
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

export const isArchive = (start: Buffer): boolean => start.length >= 4 && start.readUInt32LE(0) === LOCAL

/** Locked by a password, or stored without saying where it ends (APPNOTE 4.4.4, bits 0 and 3). */
const isClosed = (start: Buffer): boolean => {
  const [flags, method] = [start.readUInt16LE(6), start.readUInt16LE(8)]
  return (flags & 1) === 1 || method === 0 && (flags & 8) !== 0
}

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
  if (start.length < HEADER || isClosed(start)) throw new Unreadable('archive', 1)
  try {
    yield* firstFile(whole)
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('archive', 1)
  }
}

async function* firstFile(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const ready: Uint8Array[] = []
  const state = { begun: false, ended: false, size: 0 }
  const archive = new Unzip((file) => {
    if (state.begun) return
    state.begun = true
    if (file.name.endsWith('/')) throw new Unreadable('archive', 1)
    file.ondata = (error, piece, final) => {
      if (error) throw error
      ready.push(piece)
      state.size += piece.length
      state.ended = final
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length && !state.ended; at += PIECE) {
      archive.push(piece.subarray(at, at + PIECE))
      if (state.size > MOST_UNPACKED) throw new Unreadable('too-large', 1)
      yield* ready.splice(0).map((one) => Buffer.from(one))
    }
    if (state.ended) return
  }
  throw new Unreadable('archive', 1)
}
