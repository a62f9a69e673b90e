import { sql, type Kysely, type RawBuilder } from 'kysely'
import { genesis, type Line, type Place, type Seal } from './seal.ts'

type Db = Kysely<any>

/** Lines of the trace after a place, up to a transaction that is not included or to a place that is. */
export interface Span { readonly after: Place; readonly below?: number; readonly to?: Place; readonly most?: number }

const seconds = sql`extract(epoch from at)::text`

const within = ({ after, below, to, most }: Span, key: RawBuilder<unknown>, type: string) => {
  const at = (place: Place) => sql`(${place.xid}::bigint, ${place.key}::${sql.raw(type)})`
  return sql`where xid >= ${after.xid}::bigint and (xid, ${key}) > ${at(after)}
    ${below === undefined ? sql`` : sql`and xid < ${below}::bigint`}
    ${to === undefined ? sql`` : sql`and xid <= ${to.xid}::bigint and (xid, ${key}) <= ${at(to)}`}
    order by xid, ${key} ${most === undefined ? sql`` : sql`limit ${most}`}`
}

/** Entries, as they are hashed. */
export const entryLines = async (db: Db, span: Span): Promise<Line[]> => (await sql<Line>`
  select id as key, xid, ${seconds} as at, salt, array[parameters::text, address::text] as payload,
    array[person_id::text, acting_for::text, client, operation, outcome, code, target::text, about::text, request] as core
  from audit.entry ${within(span, sql.ref('id'), 'uuid')}`.execute(db)).rows

/** Differences, as they are hashed. */
export const changeLines = async (db: Db, span: Span): Promise<Line[]> => (await sql<Line>`
  select id::text as key, xid, ${seconds} as at, salt, array[before::text, after::text] as payload,
    array[entry_id::text, table_name, row_id, action] as core
  from audit.change ${within(span, sql.ref('id'), 'bigint')}`.execute(db)).rows

interface Row {
  sequence: number; at: string; entries: string[]; changes: string[]; leaves: Buffer; salt: string | null; entry_xid: number; entry_id: string
  change_xid: number; change_id: string; previous: Buffer; hash: Buffer; forgotten: boolean
}
const columns = sql`sequence, at, entries::text[] as entries, changes::text[] as changes, leaves, salt, entry_xid, entry_id, change_xid,
  change_id::text as change_id, previous, hash, forgotten_at is not null as forgotten`
const sealOf = (row: Row): Seal => ({
  ...row, entryPlace: { xid: row.entry_xid, key: row.entry_id }, changePlace: { xid: row.change_xid, key: row.change_id },
})

/** Seals after a sequence, in order. */
export const sealsAfter = async (db: Db, sequence: number, most: number): Promise<Seal[]> => (await sql<Row>`
  select ${columns} from audit.seal where sequence > ${sequence} order by sequence limit ${most}`.execute(db)).rows.map(sealOf)

/** The last seal, or where the chain begins. */
export const lastSeal = async (db: Db): Promise<Pick<Seal, 'sequence' | 'hash' | 'entryPlace' | 'changePlace'> & { at?: string }> => {
  const { rows: [row] } = await sql<Row>`select ${columns} from audit.seal order by sequence desc limit 1`.execute(db)
  return row ? sealOf(row) : genesis
}
