/** The lowest key of version 7 (RFC 9562 §5.7) made at this instant: keys below are of before. @param instant ISO 8601 */
export const firstKeyAt = (instant: string): string => {
  const time = Math.max(0, Date.parse(instant)).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** Above every key. */
export const lastKey = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
