import type { Client } from 'pg'
import { dataKeys, type Keys, makeDataKey, partsOf, sealed, unwrap, wrap } from '#modules/secrets/api.ts'

/** A column that the application encrypts, found by its type, `secrets.sealed`. */
export interface SealedColumn {
  table: string
  column: string
  key: { name: string; type: string }[]
  hasOrganisation: boolean
  hasIndex: boolean
}

interface DataKey { id: string; organisation_id: string | null; wrapped: string }

/** Every data key that another master key than the first encrypts is encrypted anew. The others are not touched: again is nothing. */
export const rewrap = async (client: Client, masters: Keys): Promise<number> => {
  const { rows } = await client.query<DataKey>('select id, organisation_id, wrapped from secrets.data_key order by id')
  const old = rows.filter(({ wrapped }) => partsOf(wrapped).keyId !== masters.current)
  for (const { id, organisation_id: organisation, wrapped } of old) {
    const text = wrap(masters, unwrap(masters, wrapped, id, organisation), id, organisation)
    await client.query('update secrets.data_key set wrapped = $2 where id = $1 and wrapped = $3', [id, text, wrapped])
  }
  return old.length
}

/** Gives a new data key to each organisation that has one, and to the platform; or to the one named. @returns how many. */
export const renewDataKeys = async (client: Client, masters: Keys, only?: string): Promise<number> => {
  const { rows } = await client.query<{ organisation: string | null }>(
    'select distinct organisation_id as organisation from secrets.data_key where $1::uuid is null or organisation_id = $1::uuid',
    [only ?? null])
  for (const { organisation } of rows) await makeDataKey(client, masters, organisation)
  return rows.length
}

interface Found { schema: string; table: string; column: string; key: SealedColumn['key'] | null; organisation: boolean; index: boolean }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** @throws when a sealed column lies in a table without a primary key: nothing would say which row a text is of. */
export const sealedColumns = async (client: Client): Promise<SealedColumn[]> => {
  const { rows } = await client.query<Found>(`
    select n.nspname as schema, c.relname as table, a.attname as column,
      (select json_agg(json_build_object('name', k.attname, 'type', format_type(k.atttypid, null))
          order by array_position(p.conkey, k.attnum))
        from pg_constraint p join pg_attribute k on k.attrelid = p.conrelid and k.attnum = any(p.conkey)
        where p.conrelid = c.oid and p.contype = 'p') as key,
      exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id' and not o.attisdropped) as organisation,
      exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = a.attname || '_index'
        and i.atttypid = 'secrets.blind_index'::regtype) as index
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.atttypid = 'secrets.sealed'::regtype and c.relkind = 'r' and not a.attisdropped order by 1, 2, 3`)
  return rows.map(({ schema, table, column, key, organisation, index }) => {
    if (!key) throw new Error(`${schema}.${table} has no primary key: its column ${column} cannot be re-encrypted`)
    return { table: `${schema}.${table}`, column, key, hasOrganisation: organisation, hasIndex: index }
  })
}

interface Row { key: string[]; organisation: string | null; text: string }

/**
 * The next rows whose text is not under the newest key of their organisation, after the last one seen; locked, so that no writer is
 * undone.
 */
const nextRows = async (client: Client, { table, column, key, hasOrganisation }: SealedColumn, after: string[] | undefined,
  most: number) => {
  const names = key.map(({ name }) => quoted(name)).join(', ')
  const values = key.map(({ type }, index) => `$${index + 1}::text::${type}`).join(', ')
  const { rows } = await client.query<Row>(`select array[${key.map(({ name }) => `${quoted(name)}::text`).join(', ')}] as key,
      ${hasOrganisation ? 'organisation_id::text' : 'null'} as organisation, ${quoted(column)}::text as text
    from ${table} where ${quoted(column)} is not null and split_part(${quoted(column)}, '.', 2)
        not in (select max(id::text) from secrets.data_key group by organisation_id)
      ${after ? `and (${names}) > (${values})` : ''} order by ${names} limit ${most} for update`, after)
  return rows
}

/** Re-encrypts one row; `false` when its text does not open, which is told and stops nothing else. */
const renew = async (client: Client, { table, column, key, hasIndex }: SealedColumn, { key: row, organisation, text }: Row,
  keys: Keys): Promise<boolean> => {
  const place = { table, column, row: row.join('/'), organisation: organisation ?? undefined }
  const box = sealed(keys)
  let plain: string
  try {
    plain = box.open(text, place)
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SECRET_')) return false
    throw error
  }
  const where = key.map(({ name, type }, index) => `${quoted(name)} = $${index + 3}::text::${type}`).join(' and ')
  const set = `${quoted(column)} = $1${hasIndex ? `, ${quoted(`${column}_index`)} = $2` : ''}`
  await client.query(`update ${table} set ${set} where ${where} and $2::text is not null`, [box.seal(plain, place), box.index(plain,
    place), ...row])
  return true
}

export interface Progress { column: string; renewed: number; broken: string[] }

/**
 * Re-encrypts, in batches that each commit, every text that is not under the newest key of its organisation; stopped and run again, it goes
 * on from there. Runs while the product does.
 * @returns for each column, how many texts, and the rows whose text does not open.
 */
export const reencrypt = async (client: Client, masters: Keys, most = 500, told: (one: Progress) => void = () =>
  {}): Promise<Progress[]> => {
  const known = new Map<string | null, Keys>()
  const keysOf = async (organisation: string | null) => {
    const keys = known.get(organisation) ?? await dataKeys(client, masters, organisation)
    if (keys) known.set(organisation, keys)
    return keys
  }
  const all: Progress[] = []
  for (const column of await sealedColumns(client)) {
    const progress: Progress = { column: `${column.table}.${column.column}`, renewed: 0, broken: [] }
    let rows: Row[] | undefined
    while (!rows || rows.length === most) {
      await client.query('begin')
      try {
        rows = await nextRows(client, column, rows?.at(-1)?.key, most)
        for (const row of rows) {
          const keys = await keysOf(row.organisation)
          if (keys && await renew(client, column, row, keys)) progress.renewed++
          else progress.broken.push(row.key.join('/'))
        }
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      told(progress)
    }
    all.push(progress)
  }
  return all
}

/**
 * Forgets the data keys that encrypt nothing any more and were replaced more than a day ago, so that no process still writes with them.
 * What only an older backup holds under them opens with that backup, which has them too.
 */
export const retire = async (client: Client): Promise<number> => {
  const columns = await sealedColumns(client)
  const used = columns.map(({ table, column }) =>
    `select split_part(${quoted(column)}, '.', 2) from ${table} where ${quoted(column)} is not null`)
  const { rowCount } = await client.query(`delete from secrets.data_key as old where exists (select from secrets.data_key as newer
      where newer.organisation_id is not distinct from old.organisation_id and newer.id > old.id
        and newer.created_at < now() - interval '1 day')
    and old.id::text not in (select '' ${used.map((one) => `union all ${one}`).join(' ')})`)
  return rowCount ?? 0
}
