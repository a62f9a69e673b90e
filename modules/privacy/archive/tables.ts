import { sql } from 'kysely'
import { open } from '#modules/secrets/api.ts'
import type { WorkerContext } from '../policy.ts'

export interface Column { name: string; type: string; nullable: boolean }
export interface Table { name: string; columns: Column[]; key: string[]; rows: Record<string, unknown>[] }

/** From the catalogue, which any role may read. Digests and salts are left out: they say nothing to a person, and something to a thief. */
const shapesOf = async ({ db }: WorkerContext, names: string[]) => {
  const { rows } = await sql<{ name: string; column: string; type: string; nullable: boolean; in_key: boolean }>`
    select n.nspname || '.' || c.relname as name, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
      coalesce(a.attnum = any(k.conkey), false) as in_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where n.nspname || '.' || c.relname = any(${names}) and a.attnum > 0 and not a.attisdropped
      and format_type(a.atttypid, null) not in ('bytea', 'secrets.blind_index') and a.attname not in ('salt', 'xid')
    order by a.attnum`.execute(db)
  return Map.groupBy(rows, ({ name }) => name)
}

/** A column that the application encrypts is given in clear: it is the person's. */
const opened = async (table: string, columns: readonly Column[], key: readonly string[], row: Record<string, unknown>) => {
  const shown: Record<string, unknown> = {}
  for (const { name, type } of columns) {
    const value = row[name]
    const isSealed = type === 'secrets.sealed' && typeof value === 'string'
    const organisation = row['organisation_id'] as string | undefined
    const place = { table, column: name, row: key.map((one) => String(row[one])).join('/'), organisation }
    shown[name] = isSealed ? await open(value, place) : value
  }
  return shown
}

/** All that modules hold on the person who asked for this archive, by table, in the order of the modules; empty tables included. */
export const tablesOf = async (context: WorkerContext, archiveId: string): Promise<Table[]> => {
  const declared = await sql<{ table_name: string }>`select table_name from privacy.declared_tables order by position`.execute(context.db)
  const names = declared.rows.map(({ table_name }) => table_name)
  const held = await sql<{ table_name: string; content: Record<string, unknown> }>`select * from privacy.rows_of(${archiveId})`
    .execute(context.db)
  const byTable = Map.groupBy(held.rows, ({ table_name }) => table_name)
  const shapes = await shapesOf(context, names)
  return Promise.all(names.map(async (name) => {
    const shape = shapes.get(name) ?? []
    const columns = shape.map(({ column, type, nullable }) => ({ name: column, type, nullable }))
    const key = shape.filter(({ in_key }) => in_key).map(({ column }) => column)
    const rows: Record<string, unknown>[] = []
    for (const { content } of byTable.get(name) ?? []) rows.push(await opened(name, columns, key, content))
    return { name, columns, key, rows }
  }))
}
