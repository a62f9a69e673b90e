import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { peopleMeant } from './people.ts'
import { firstKeyAt, lastKey } from './period.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>

export const outcomes = ['done', 'refused', 'read'] as const
const words = z.string().trim().min(1).max(200).optional()

/** What the trace is searched by; what is left out does not matter. */
export const filters = {
  /** Who acted, and in whose place: an identifier, or an e-mail address. */
  person: words, actingFor: words,
  /** Whose sensitive data was read; what it was done to. */
  about: z.uuid().optional(), target: z.uuid().optional(),
  /** `bases.publishResource`, or `bases` for the whole module. */
  operation: z.string().trim().regex(/^[\w.-]{1,100}$/).optional(),
  outcome: z.enum(outcomes).optional(),
  client: words,
  /** Days included, in the time zone of who asks. */
  from: z.iso.date().optional(), to: z.iso.date().optional(),
  /** All that one request did. */
  request: words,
}
export const filtersSchema = z.object(filters)
export type Filters = z.output<typeof filtersSchema>

const DAY = 86_400_000
const dayKey = (date: string, days: number) => firstKeyAt(new Date(Date.parse(date) + days * DAY).toISOString())

/** Keys are in the order of time, whatever the zone to a day: they find the period, and the instant itself then cuts it. */
const inPeriod = ({ from, to }: Filters, timeZone: string) => [
  ...from ? [sql<SqlBool>`entry.id >= ${dayKey(from, -1)}::uuid and entry.at >= (${from}::date::timestamp at time zone ${timeZone})`] : [],
  ...to ? [sql<SqlBool>`entry.id < ${dayKey(to, 3)}::uuid and entry.at < ((${to}::date + 1)::timestamp at time zone ${timeZone})`] : [],
]

/**
 * Entries of the trace that answer the filters, the last first. Only the back office's role may read them, and its rule is each operation's.
 * @param before the key of the last one seen, to go on.
 */
export const entriesFound = async (context: Context, given: Filters, before = lastKey) => {
  const { db, actor } = context
  const anyOf = async (column: 'person_id' | 'acting_for', meant: string | undefined) =>
    meant === undefined ? [] : [sql<SqlBool>`${sql.ref(`entry.${column}`)} = any(${await peopleMeant(context, meant)}::uuid[])`]
  const conditions = [
    ...await anyOf('person_id', given.person), ...await anyOf('acting_for', given.actingFor), ...inPeriod(given, actor.timeZone),
    ...given.operation ? [sql<SqlBool>`(entry.operation = ${given.operation} or starts_with(entry.operation, ${`${given.operation}.`}))`] : [],
    ...(['about', 'target', 'outcome', 'client', 'request'] as const).flatMap((column) =>
      given[column] === undefined ? [] : [sql<SqlBool>`${sql.ref(`entry.${column}`)} = ${given[column]}`]),
  ]
  return db.selectFrom('audit.entry as entry').where('entry.id', '<', before).where((eb) => eb.and(conditions)).orderBy('entry.id', 'desc')
}
