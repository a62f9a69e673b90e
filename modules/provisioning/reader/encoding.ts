/** Encodings in which spreadsheets and student records of French establishments write (labels of the WHATWG Encoding standard). */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const
export type Encoding = typeof encodings[number]

/** @property sure false where bytes could mean another thing: the page then asks to look at the accents. */
export interface Guess { encoding: Encoding; sure: boolean }

const between = (value: number, low: number, high: number) => value >= low && value <= high
const isLetter = (byte: number | undefined) => byte !== undefined && (between(byte, 65, 90) || between(byte, 97, 122) || byte >= 0xc0)
/** Œ, œ, Š, š, Ž, ž and Ÿ in ISO-8859-15; fractions and accents that stand alone in Windows-1252, which names never hold. */
const LATIN_9_LETTERS = new Set([0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe])

const markOf = (start: Buffer): Encoding | undefined => {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined
}

/** Without a mark, text of Western languages in UTF-16 has a zero at every second byte. */
const byZeros = (start: Buffer): Encoding | undefined => {
  let [even, odd] = [0, 0]
  for (let at = 0; at < start.length; at++) if (start[at] === 0) { if (at % 2) odd++; else even++ }
  if (odd > start.length / 4 && odd > even * 8) return 'utf-16le'
  return even > start.length / 4 && even > odd * 8 ? 'utf-16be' : undefined
}

/**
 * Guesses how a file was written from all of its bytes, since the first accent may be far from the start: `add` each piece, then `end`.
 * Keeps nothing of what it has read but counts.
 */
export const encodingGuess = () => {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let start: Buffer | undefined
  let isUtf8 = true
  let latin9 = 0
  let windows = 0
  let high = 0
  let before: number | undefined
  const count = (bytes: Buffer) => {
    for (const [at, byte] of bytes.entries()) {
      if (byte >= 0x80) {
        high++
        if (byte < 0xa0) windows++
        else if (LATIN_9_LETTERS.has(byte) && (isLetter(before) || isLetter(bytes[at + 1]))) latin9++
      }
      before = byte
    }
  }
  return {
    add: (bytes: Buffer) => {
      start ??= bytes.subarray(0, 4096)
      count(bytes)
      if (!isUtf8) return
      try {
        strict.decode(bytes, { stream: true })
      } catch {
        isUtf8 = false
      }
    },
    end: (): Guess => {
      const first = start ?? Buffer.alloc(0)
      const certain = markOf(first) ?? byZeros(first)
      if (certain) return { encoding: certain, sure: true }
      try {
        if (isUtf8) strict.decode()
      } catch {
        isUtf8 = false
      }
      if (isUtf8) return { encoding: 'utf-8', sure: true }
      if (windows > 0) return { encoding: 'windows-1252', sure: true }
      // Both agree on all that is left but a few letters.
      return latin9 > 0 ? { encoding: 'iso-8859-15', sure: false } : { encoding: 'windows-1252', sure: high === 0 }
    },
  }
}

/** Text of a stream of bytes, piece by piece; the mark of the order of bytes is not part of it. Bytes that mean nothing become U+FFFD. */
export async function* decoded(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
