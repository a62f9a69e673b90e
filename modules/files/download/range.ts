import type { ByteRange } from '../storage/storage.ts'

/**
 * The part that a `Range` header asks for (RFC 9110 §14). Several parts at once, or words that make no sense, are left aside: the whole
 * file answers, as the standard allows.
 * @returns undefined for the whole file; `none` when the part lies beyond its end.
 */
export const rangeOf = (header: string | undefined, size: number): ByteRange | 'none' | undefined => {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return undefined
  if (first === '') return last === '0' ? 'none' : { start: Math.max(size - Number(last), 0), end: size - 1 }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size) return 'none'
  return end < start ? undefined : { start, end }
}
