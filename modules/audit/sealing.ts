import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { changeLines, entryLines, lastSeal, type Span } from './lines.ts'
import { leafOf, sealHash, type Line, type Place } from './seal.ts'

/** Lines of each kind in one seal, at most. */
const MOST = 1000

/** The oldest transaction that still runs, and the first of those to come (PostgreSQL, pg_snapshot_xmin and pg_snapshot_xmax). */
const horizon = async (db: Kysely<any>) => (await sql<{ oldest: number; next: number }>`
  select pg_snapshot_xmin(now)::text::bigint as oldest, pg_snapshot_xmax(now)::text::bigint as next from pg_current_snapshot() as now`.execute(db)).rows[0]!

const placeAfter = (lines: readonly Line[], before: Place): Place => {
  const last = lines.at(-1)
  return last ? { xid: last.xid, key: last.key } : before
}

/**
 * The next lines after a place. Few transactions are looked at, then more as long as none is found, so that a long backlog is not sorted
 * whole for each seal.
 */
const linesAfter = async (read: (span: Span) => Promise<Line[]>, after: Place, oldest: number): Promise<Line[]> => {
  for (let reach = MOST; ; reach *= 8) {
    const below = Math.min(oldest, after.xid + reach)
    const lines = await read({ after, below, most: MOST })
    if (lines.length > 0 || below === oldest) return lines
  }
}

/**
 * Seals the lines whose transactions have all ended, below the oldest one that runs: one that commits late finds its place in a later
 * seal. Two workers may try at once: the second finds the sequence taken, and its batch is left to the next try.
 * @param now ISO 8601. @returns how many lines it sealed; 0 when none waits.
 * @throws when the database counts its transactions from a lower number than the trace: it was copied by statements, not by files.
 */
export const sealNext = async (db: Kysely<any>, now: string): Promise<number> => {
  const [last, { oldest, next }] = [await lastSeal(db), await horizon(db)]
  if (last.entryPlace.xid > next) throw new RangeError('The transactions of this database are numbered lower than those of its trace')
  const entries = await linesAfter((span) => entryLines(db, span), last.entryPlace, oldest)
  const changes = await linesAfter((span) => changeLines(db, span), last.changePlace, oldest)
  const lines = [...entries, ...changes]
  if (lines.length === 0) return 0
  const salt = randomUUID()
  const sealed = {
    sequence: last.sequence + 1, at: now, entries: entries.map(({ key }) => key), changes: changes.map(({ key }) => key), previous: last.hash,
    entryPlace: placeAfter(entries, last.entryPlace), changePlace: placeAfter(changes, last.changePlace),
    leaves: Buffer.concat(lines.map((line) => leafOf(line, salt))),
  }
  await sql`insert into audit.seal (sequence, at, entries, changes, leaves, salt, entry_xid, entry_id, change_xid, change_id, previous, hash)
    values (${sealed.sequence}, ${now}, ${sealed.entries}::uuid[], ${sealed.changes}::bigint[], ${sealed.leaves}, ${salt},
      ${sealed.entryPlace.xid}, ${sealed.entryPlace.key}, ${sealed.changePlace.xid}, ${sealed.changePlace.key}::bigint, ${last.hash}, ${sealHash(sealed)})
    on conflict (sequence) do nothing`.execute(db)
  return lines.length
}

/** What waits to be sealed: how many lines, and since when (ISO 8601); and the last seal. */
export const sealLag = async (db: Kysely<any>) => {
  const last = await lastSeal(db)
  const after = (table: string, { xid, key }: Place, type: string) => sql`select at from ${sql.table(`audit.${table}`)}
    where xid >= ${xid}::bigint and (xid, id) > (${xid}::bigint, ${key}::${sql.raw(type)})`
  const { rows: [lag] } = await sql<{ waiting: number; since: string | null }>`
    select count(*) as waiting, min(at) as since from (${after('entry', last.entryPlace, 'uuid')}
      union all ${after('change', last.changePlace, 'bigint')}) as line`.execute(db)
  const anchor = last.sequence ? { sequence: last.sequence, hash: last.hash.toString('hex'), at: last.at! } : null
  return { waiting: lag!.waiting, since: lag!.since, anchor }
}
