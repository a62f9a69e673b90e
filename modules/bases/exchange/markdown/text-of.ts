import type { Readable } from 'node:stream'
import { Refusal } from '#kernel/operation/operation.ts'

/** Of the longest resource that may be written. In bytes. */
const MOST = 4_000_000

/** The text of a file that is being received. @throws Refusal `bases.text-too-large`, `bases.text-encoding`. */
export const textOf = async (stream: Readable): Promise<string> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > MOST) throw new Refusal('bases.text-too-large', { bytes: MOST }, 413)
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    throw new Refusal('bases.text-encoding', {}, 422)
  }
}
