import { randomUUID } from 'node:crypto'

let last = 0
let count = 0

/**
 * A new key: UUID version 7 (RFC 9562 §5.7), of which the first 48 bits are the time in milliseconds. Those of one process are in the order in
 * which they were made, by a counter of 12 bits (§6.2, method 1). Node keeps random bytes ahead for `randomUUID`, whence most of its speed.
 */
export const v7 = (): string => {
  const now = Date.now()
  if (now > last) [last, count] = [now, 0]
  else if (++count > 0xfff) [last, count] = [last + 1, 0]
  const time = last.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}${randomUUID().slice(18)}`
}
