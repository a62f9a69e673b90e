/** In milliseconds. */
const MINUTE = 60_000
/** Addresses counted apart in a minute; those that come after share one count, so that a flood does not fill the memory. */
const MOST_ADDRESSES = 100_000

/**
 * Counts what each address asks, in the memory of this process, a minute at a time.
 * @returns how many seconds an address that asks more than `most` has to wait, none for the others.
 */
export const createLimit = (most: number) => {
  const counts = new Map<string, number>()
  let began = Date.now()
  return (address: string): number | undefined => {
    const now = Date.now()
    if (now - began >= MINUTE) {
      counts.clear()
      began = now
    }
    const name = counts.size < MOST_ADDRESSES || counts.has(address) ? address : ''
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count > most ? Math.ceil((began + MINUTE - now) / 1000) : undefined
  }
}
