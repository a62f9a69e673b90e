import type { Pool } from 'pg'
import { setImmediate as next, setTimeout as pause } from 'node:timers/promises'
import type { Connection } from './connection.ts'
import type { Told } from './envelope.ts'

export interface News extends Told { people: string[]; seqs: number[] }

/** After a reading that failed; between two readings, so that many commits are one. In milliseconds. */
const [RETRY, GATHER] = [1000, 5]
/** People asked about in one statement. */
const MOST = 5000

/**
 * Reads what was committed since the last reading, by the difference of two snapshots: a transaction that commits late is neither skipped
 * nor does it hold back the others. One reading at a time; wakes meanwhile are one more.
 */
export const reading = (pool: Pool, deliver: (news: News) => void, failed: (error: unknown) => void) => {
  let snapshot: string | undefined
  let beginning: Promise<void> | undefined
  let working: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined

  const readOnce = async (since: string) => {
    const { rows: [row] } = await pool.query<{ snapshot: string; messages: News[] | null }>({
      name: 'live-news', text: 'select snapshot, messages from live.news($1::pg_snapshot)', values: [since],
    })
    for (const news of row?.messages ?? []) {
      deliver(news)
      // A message to thousands of people lets requests through.
      if (news.people.length > 500) await next()
    }
    // `end` and `begin` may have come meanwhile.
    if (snapshot === since) snapshot = row!.snapshot
  }
  const work = async () => {
    try {
      while (again && snapshot) {
        again = false
        await readOnce(snapshot)
        if (again) await pause(GATHER)
      }
    } catch (error) {
      failed(error)
      timer = setTimeout(read, RETRY)
    } finally {
      working = undefined
    }
  }
  const read = () => {
    again = true
    if (snapshot) working ??= work()
  }
  const begin = async () => {
    const { rows: [row] } = await pool.query<{ snapshot: string }>('select pg_current_snapshot()::text as snapshot')
    snapshot = row!.snapshot
  }
  return {
    read,
    /** From here on what commits is delivered. */
    begin: async () => { if (!snapshot) await (beginning ??= begin().finally(() => { beginning = undefined })) },
    /** Nobody listens any more. */
    end: () => { snapshot = undefined },
    /** People who have more on their stream than what was sent to them. */
    behind: async (connections: Iterable<Connection>): Promise<Set<string>> => {
      const sent = [...connections].flatMap(({ personId, sent }) => sent === undefined ? [] : [{ personId, sent }])
      const people = new Set<string>()
      for (let place = 0; place < sent.length; place += MOST) {
        const some = sent.slice(place, place + MOST)
        const { rows } = await pool.query<{ person_id: string }>({
          name: 'live-behind', text: 'select person_id from live.behind($1, $2)',
          values: [some.map((one) => one.personId), some.map((one) => one.sent)],
        })
        for (const row of rows) people.add(row.person_id)
      }
      return people
    },
    stop: async () => {
      snapshot = undefined
      clearTimeout(timer)
      await working
    },
  }
}
