import { sql, type Kysely } from 'kysely'
import { v7 } from '#kernel/id.ts'
import type { Context } from './policy.ts'
import { typed } from './words.ts'

export interface Asked {
  /** Which search: a name of the module that asks, as `bases.resources`. */
  kind: string
  text?: string
  /** What narrowed it, by the name of the filter. */
  filters?: Readonly<Record<string, readonly string[]>>
}

interface Line { id: string; at: string; kind: string; words: string; filters: object; milliseconds: number; total: number; person_id: string | null }

/** Lines wait this long at most, in milliseconds, or until there are so many: they never wait in front of an answer. */
const PATIENCE = 1000
const MANY = 200
/** Beyond, when the database does not follow, lines are dropped: statistics are not worth the memory of the process. */
const MOST = 10_000

/** Lines that wait, for each database that this process asks: one, tests aside. */
const waiting = new Map<Kysely<any>, Line[]>()
const writing = new Set<Promise<void>>()
let timer: NodeJS.Timeout | undefined

/** The person stays on the line only while they agree, which the database is asked then: a search costs no look-up. */
const write = async (db: Kysely<any>, lines: readonly Line[]) => {
  await sql`insert into search.asked (id, at, kind, words, filters, milliseconds, total, person_id)
    select line.id, line.at, line.kind, line.words, line.filters, line.milliseconds, line.total, consent.person_id
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (id uuid, at timestamptz, kind text, words text, filters jsonb,
      milliseconds real, total int, person_id uuid)
    left join search.consent on consent.person_id = line.person_id`.execute(db)
}

/** Writes what waits; at the end of the process and in tests, awaited. A failure loses lines of statistics, and says so in the logs. */
export const flushSearches = async (): Promise<void> => {
  clearTimeout(timer)
  timer = undefined
  for (const [db, lines] of waiting) {
    waiting.delete(db)
    const written: Promise<void> = write(db, lines)
      .catch((error: Error) => process.emitWarning(`${lines.length} searches were not logged: ${error.name}`, 'SearchLog'))
      .finally(() => writing.delete(written))
    writing.add(written)
  }
  await Promise.all(writing)
}

const keep = (db: Kysely<any>, line: Line) => {
  const lines = waiting.get(db) ?? []
  waiting.set(db, lines)
  if (lines.length < MOST) lines.push(line)
  if (lines.length === MANY) void flushSearches()
  else timer ??= setTimeout(() => void flushSearches(), PATIENCE).unref()
}

/**
 * Searches, and logs how long it took and how many there were, once the answer is known and without making it wait. A question without
 * a word nor a filter is a list, not a search. The words stand in this table alone: neither in the trace nor in the logs of the server.
 * @param work the search itself, in a query outside of a transaction: the line is written after it, on its own
 */
export const logged = async <Found extends { total: number }>(context: Context, { kind, text = '', filters = {} }: Asked, work: () => Promise<Found>): Promise<Found> => {
  const start = performance.now()
  const found = await work()
  const words = typed(text).map(({ word }) => word).join(' ').slice(0, 200)
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0))
  if (words === '' && Object.keys(chosen).length === 0) return found
  keep(context.db, {
    id: v7(), at: context.now, kind, words, filters: chosen, milliseconds: performance.now() - start, total: found.total,
    // Somebody who acts for a person does not search for them.
    person_id: context.actor.by ? null : context.actor.id ?? null,
  })
  return found
}
