/** What a process that keeps values promises to say: after each commit of its own, and at each notice of another process. */
export interface Follower { readonly changed: () => void; readonly pause: () => void; readonly resume: () => void }

/** A notice that were lost in silence is made up for after this. In milliseconds. */
const MOST_AGE = 10_000

/**
 * Values read from the database, kept by key until something is committed anywhere: what was kept before is then never given again. A
 * process that never calls `follow` (a job, a script, a test) reads each time, and so does one whose notices may be lost.
 */
export const createKept = <Value>(most: number) => {
  const values = new Map<string, { value: Value; until: number }>()
  let following = false
  let open = false
  let version = 0
  const changed = () => { version++; values.clear() }
  return {
    follow: (): Follower => {
      following = true
      return { changed, pause: () => { open = false; changed() }, resume: () => { open = true; changed() } }
    },
    get: async (key: string, read: () => Promise<Value>): Promise<Value> => {
      const kept = values.get(key)
      if (kept && kept.until > Date.now()) return kept.value
      const before = version
      const value = await read()
      // What changed while it was read is read again by the next one.
      if (following && open && before === version) {
        if (values.size >= most) values.clear()
        values.set(key, { value, until: Date.now() + MOST_AGE })
      }
      return value
    },
  }
}
