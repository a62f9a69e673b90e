/** What a process that keeps values promises to say: after each commit of its own, and at each notice of another process. */
export interface Follower { readonly changed: () => void; readonly pause: () => void; readonly resume: () => void }

/** A notice that were lost in silence is made up for after this. In milliseconds. */
const MOST_AGE = 10_000

/**
 * Values read from the database, kept by key until something is committed anywhere: what was kept before is then never given again. A
 * process that never calls `follow` (a job, a script, a test) reads each time, and so does one whose notices may be lost.
 * @param most how many are kept: the oldest goes first. @param age how long one is, in milliseconds.
 */
export const createKept = <Value extends {}>(most: number, age = MOST_AGE) => {
  const values = new Map<string, { value: Value; until: number }>()
  let [open, version] = [false, 0]
  const changed = () => { version++; values.clear() }
  const find = (key: string): Value | undefined => {
    const kept = values.get(key)
    return kept && kept.until > Date.now() ? kept.value : undefined
  }
  /** @param seen the version before the value was read: what changed meanwhile is read again by the next one. */
  const put = (key: string, seen: number, value: Value) => {
    if (!open || seen !== version) return
    const oldest = values.size >= most ? values.keys().next().value : undefined
    if (oldest !== undefined) values.delete(oldest)
    values.set(key, { value, until: Date.now() + age })
  }
  return {
    find, put, version: () => version,
    follow: (): Follower => ({ changed, pause: () => { open = false; changed() }, resume: () => { open = true; changed() } }),
    get: async (key: string, read: () => Promise<Value>): Promise<Value> => {
      const kept = find(key)
      if (kept !== undefined) return kept
      const seen = version
      const value = await read()
      put(key, seen, value)
      return value
    },
  }
}
