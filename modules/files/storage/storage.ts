import type { Readable } from 'node:stream'

/** First and last byte, both included, as in HTTP. */
export interface ByteRange { start: number; end: number }

/** Where bytes are kept: a disk, any S3. A key is written once and never changes. */
export interface Storage {
  /** Keeps the bytes of a local file, whole or not at all. The local file may be gone afterwards. */
  put(key: string, path: string): Promise<void>
  /** The bytes and how many come; undefined when nothing is kept under the key. */
  get(key: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | undefined>
  /** The whole size in bytes; undefined when nothing is kept under the key. */
  head(key: string): Promise<{ size: number } | undefined>
  /** Nothing happens if nothing is kept under the key. */
  remove(key: string): Promise<void>
  close(): void
}

/** Key of a file's bytes, from its identifier alone. @param width of a smaller copy of a picture; the file itself when left out. */
export const keyOf = (fileId: string, width?: number): string => {
  // The last digits of an UUIDv7 are random: folders fill evenly.
  const digits = fileId.slice(-4)
  return `${digits.slice(0, 2)}/${digits.slice(2)}/${fileId}${width === undefined ? '' : `-${width}`}`
}
