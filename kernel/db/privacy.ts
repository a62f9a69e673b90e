import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOrder, type Module, type Privacy } from '../operation/module.ts'
import type { Statement } from './transaction.ts'

/**
 * What becomes of a person's rows, driven by what each module declares (`privacy`, design §5b). Runs on the owner's connection, or on
 * one of a role that may change every table; the caller opens the transaction.
 */
export interface Client { query(statement: Statement): Promise<{ rows: any[] }> }

type Declared = Exclude<Privacy, 'none'>
interface Table { name: string; privacy: Declared }

/** Those who need others first, so that a row goes before what it refers to. */
const tablesOf = (modules: readonly Module[]): Table[] => inOrder(modules).toReversed()
  .flatMap((module) => Object.entries(module.privacy))
  .flatMap(([name, privacy]) => privacy === 'none' ? [] : [{ name, privacy }])

const concerns = ({ person }: Declared) => person.map((column) => `${column} = $1`).join(' or ')

const eraseStatement = ({ name, privacy }: Table, personId: string): Statement[] => {
  if (privacy.erase === 'keep') return []
  if (privacy.erase === 'delete') return [{ text: `delete from ${name} where ${concerns(privacy)}`, values: [personId] }]
  // A row of two people stays the other's; what it says is emptied. The person's own row keeps its key: it is the tombstone.
  const cleared = Object.entries(privacy.clear ?? {})
  const columns = privacy.person.filter((column) => column !== 'id').map((column) => `${column} = nullif(${column}, $1)`)
  const set = [...columns, ...cleared.map(([column], index) => `${column} = $${index + 2}`)]
  const values = [personId, ...cleared.map(([, value]) => value)]
  return set.length ? [{ text: `update ${name} set ${set.join(', ')} where ${concerns(privacy)}`, values }] : []
}

/** The reading and the erasing of one person in every module, as statements. */
export const personStatements = (modules: readonly Module[], personId: string) => ({
  erase: tablesOf(modules).flatMap((table) => eraseStatement(table, personId)),
  export: tablesOf(modules).toReversed().filter(({ privacy }) => privacy.export === 'rows').map(({ name, privacy }) => ({
    table: name, statement: { text: `select * from ${name} where ${concerns(privacy)}`, values: [personId] },
  })),
})

/** Empties or removes all that the modules say of a person. Twice is once. The caller journals it before the commit is acknowledged. */
export const erasePerson = async (client: Client, modules: readonly Module[], personId: string): Promise<void> => {
  for (const statement of personStatements(modules, personId).erase) await client.query(statement)
}

/** All that a person may take away, by table. */
export const exportPerson = async (client: Client, modules: readonly Module[], personId: string): Promise<Record<string, unknown[]>> => {
  const tables: Record<string, unknown[]> = {}
  for (const { table, statement } of personStatements(modules, personId).export) tables[table] = (await client.query(statement)).rows
  return tables
}

/** Columns of each unique index in which the person stands, and the condition of a partial one. */
const uniqueSql = `select array_agg(a.attname::text) as columns, pg_get_expr(i.indpred, i.indrelid) as condition
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[])
  where i.indrelid = $1::text::regclass and i.indisunique and i.indexprs is null
  group by i.indexrelid, i.indpred, i.indrelid having bool_or(a.attname = $2)`

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Where both people have the same row (both are members of one base), that of the absorbed one goes. */
const dropTwins = async (client: Client, table: string, column: string, kept: string, absorbed: string) => {
  const { rows } = await client.query({ text: uniqueSql, values: [table, column] })
  for (const { columns, condition } of rows as { columns: string[]; condition: string | null }[]) {
    const same = columns.filter((name) => name !== column).map((name) => `and one.${quoted(name)} = other.${quoted(name)}`).join(' ')
    const among = `(select ctid, * from ${table} ${condition ? `where ${condition}` : ''})`
    await client.query({
      text: `delete from ${table} where ctid in (select one.ctid from ${among} one join ${among} other
        on one.${quoted(column)} = $1 and other.${quoted(column)} = $2 ${same})`,
      values: [absorbed, kept],
    })
  }
}

/** Two accounts become one: rows are repointed or dropped, as each table says. The identity module then marks the absorbed person. */
export const mergePerson = async (client: Client, modules: readonly Module[], kept: string, absorbed: string): Promise<void> => {
  for (const { name, privacy } of tablesOf(modules)) {
    if (privacy.merge === 'keep') continue
    if (privacy.merge === 'drop') await client.query({ text: `delete from ${name} where ${concerns(privacy)}`, values: [absorbed] })
    else for (const column of privacy.person) {
      await dropTwins(client, name, column, kept, absorbed)
      await client.query({ text: `update ${name} set ${column} = $2 where ${column} = $1`, values: [absorbed, kept] })
    }
  }
}

const journalOf = (data: string) => join(data, 'erasures.ndjson')

/**
 * Notes an erasure outside of the database, before its commit is acknowledged: a backup restored later must not bring the person back.
 * @param data the data directory. It keeps an identifier and an instant, nothing else.
 */
export const journalErasure = (data: string, personId: string, at: string): Promise<void> =>
  appendFile(journalOf(data), `${JSON.stringify({ personId, at })}\n`, { flush: true })

/**
 * Erases again, after a restore, all that the journal names. A line cut by a crash was never acknowledged, and is skipped.
 * @param settle what modules do with what each of them leaves, before their rows go. @returns how many people.
 */
export const replayErasures = async (client: Client, modules: readonly Module[], data: string, settle?: (personId: string) => Promise<void>): Promise<number> => {
  const lines = (await readFile(journalOf(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })).split('\n')
  const people = new Set(lines.flatMap((line) => /^\{"personId":"([0-9a-f-]{36})","at":"[^"]+"\}$/.exec(line)?.[1] ?? []))
  for (const personId of people) {
    await settle?.(personId)
    await erasePerson(client, modules, personId)
  }
  return people.size
}
