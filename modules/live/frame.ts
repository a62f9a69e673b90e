import type { Written } from './carrier.ts'

/** Lengths up to which the length itself takes no more bytes than those of the head, and two more. */
const [SHORT, MEDIUM] = [125, 65_535]
const FINAL_TEXT = 0x81
const BEGINNING = '{"seq":'
const ZERO = 48

/** The frame of a message for numbers of so many digits, which are still to be written. */
const blankOf = ({ json }: Written, digits: number): Buffer => {
  const text = Buffer.from(`${BEGINNING}${'0'.repeat(digits)},"message":${json}}`)
  const { length } = text
  if (length <= SHORT) return Buffer.concat([Buffer.of(FINAL_TEXT, length), text])
  const head = Buffer.alloc(length <= MEDIUM ? 4 : 10)
  head[0] = FINAL_TEXT
  head[1] = length <= MEDIUM ? 126 : 127
  if (length <= MEDIUM) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, text])
}

/**
 * One WebSocket frame (RFC 6455 §5.2) that holds an entry of a stream, as a server sends it: whole, text, unmasked, not compressed. Only
 * the person's own number differs between those who get a message: the rest is made once and copied, in one buffer, so that the network
 * is asked once.
 */
export const frameOf = (seq: number, message: Written): Buffer => {
  let digits = 1
  for (let rest = seq; rest >= 10; rest = Math.floor(rest / 10)) digits++
  const blank = message.frames[digits] ??= blankOf(message, digits)
  const frame = Buffer.allocUnsafe(blank.length)
  frame.set(blank)
  const head = blank[1]! <= SHORT ? 2 : blank[1] === 126 ? 4 : 10
  for (let at = head + BEGINNING.length + digits - 1, rest = seq; digits > 0; at--, digits--, rest = Math.floor(rest / 10)) {
    frame[at] = ZERO + rest % 10
  }
  return frame
}
