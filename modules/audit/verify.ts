import { sql, type Kysely } from 'kysely'
import { compare, follows, type Fault } from './compare.ts'
import { changeLines, entryLines, sealsAfter } from './lines.ts'
import { genesis, type Line, type Seal } from './seal.ts'

/** A seal noted elsewhere: up to it, the end of the chain can no longer be cut in silence. */
export interface Anchor { readonly sequence: number; readonly hash: string }

export interface Verification {
  readonly fault?: Fault
  readonly seals: number
  readonly entries: number
  readonly changes: number
  /** Seals whose lines reached the end of their retention. */
  readonly forgotten: number
  /** The last seal that holds, to be noted elsewhere. */
  readonly anchor?: Anchor & { readonly at: string }
}

/** Seals read at a time. */
const STEP = 50

/** Whether the payload of a line was emptied by a purge that the trace tells: all before a date, and what concerned some people. */
const purgesOf = async (db: Kysely<any>): Promise<(of: Fault['of'], line: Line) => boolean> => {
  const { rows } = await sql<{ before: number | null; about: string | null }>`
    select extract(epoch from (parameters ->> 'before')::timestamp at time zone 'UTC')::float8 as before, about
    from audit.entry where operation = 'audit.purge'`.execute(db)
  const before = Math.max(0, ...rows.map((row) => row.before ?? 0))
  const people = rows.flatMap(({ about }) => about ?? [])
  const emptied = people.length === 0 ? [] : (await sql<{ id: string }>`select id from audit.entry where salt is null
    and (person_id = any(${people}) or acting_for = any(${people}) or target = any(${people}) or about = any(${people}))`.execute(db)).rows
  const keys = new Set(emptied.map(({ id }) => id))
  return (of, { at, key, core }) => Number(at) < before || keys.has(of === 'entry' ? key : core[0] ?? '')
}

const anchorOf = (seal: Seal) => ({ sequence: seal.sequence, hash: seal.hash.toString('hex'), at: seal.at })

/**
 * Reads the whole trace and compares it with its chain. @param noted a seal noted elsewhere, which must still be there.
 * @returns what it counted, up to the first fault if there is one.
 */
export const verifyTrace = async (db: Kysely<any>, noted?: Anchor): Promise<Verification> => {
  const purged = await purgesOf(db)
  const count = { seals: 0, entries: 0, changes: 0, forgotten: 0 }
  let before: Seal | undefined
  const checked = async (seal: Seal): Promise<Fault | undefined> => {
    const wrong = (kind: Fault['kind'], sequence: number): Fault => ({ kind, of: 'seal', key: String(sequence), sequence })
    const due = (before?.sequence ?? 0) + 1
    if (seal.sequence > due) return wrong('missing', due)
    if (!follows(seal, before)) return wrong('chain', seal.sequence)
    if (noted?.sequence === seal.sequence && noted.hash !== anchorOf(seal).hash) return wrong('anchor', seal.sequence)
    const { entryPlace, changePlace } = before ?? genesis
    const entries = await entryLines(db, { after: entryPlace, to: seal.entryPlace })
    const changes = await changeLines(db, { after: changePlace, to: seal.changePlace })
    return compare({ of: 'entry', seal, before, lines: entries, rightly: (line) => purged('entry', line) })
      ?? compare({ of: 'change', seal, before, lines: changes, rightly: (line) => purged('change', line) })
  }
  const ends = (fault?: Fault): Verification => ({ ...count, ...fault && { fault }, ...before && { anchor: anchorOf(before) } })
  for (let seals = await sealsAfter(db, 0, STEP); seals.length > 0; seals = await sealsAfter(db, before!.sequence, STEP)) {
    for (const seal of seals) {
      const fault = await checked(seal)
      if (fault) return ends(fault)
      count.seals++
      count.forgotten += Number(seal.forgotten)
      count.entries += seal.forgotten ? 0 : seal.entries.length
      count.changes += seal.forgotten ? 0 : seal.changes.length
      before = seal
    }
  }
  const cut = noted && noted.sequence > count.seals
  return ends(cut ? { kind: 'missing', of: 'seal', key: String(noted.sequence), sequence: noted.sequence } : undefined)
}
