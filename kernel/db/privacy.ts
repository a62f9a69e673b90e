import { inOrder, type Module, type Privacy } from '../operation/module.ts'
import type { Statement } from './transaction.ts'

/**
 * What becomes of a person's rows, driven by what each module declares (`privacy`, design §5b). Runs on the owner's connection, or on
 * one of a role that may change every table; the caller opens the transaction.
 */
export interface Client { query(statement: Statement): Promise<{ rows: any[] }> }

type Declared = Exclude<Privacy, 'none'>
export interface Table { name: string; privacy: Declared }

/** Those who need others first, so that a row goes before what it refers to. */
export const tablesOf = (modules: readonly Module[]): Table[] => inOrder(modules).toReversed()
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

/** Columns of each unique index in which the person stands, and the condition of a partial one. */
const uniqueSql = `select array_agg(a.attname::text) as columns, pg_get_expr(i.indpred, i.indrelid) as condition
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[])
  where i.indrelid = $1::text::regclass and i.indisunique and i.indexprs is null
  group by i.indexrelid, i.indpred, i.indrelid having bool_or(a.attname = $2)`

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Where both people have the same row (both are members of one base), that of the absorbed one goes. */
const dropTwins = async (client: Client, table: string, column: string): Promise<string[]> => {
  const { rows } = await client.query({ text: uniqueSql, values: [table, column] })
  return (rows as { columns: string[]; condition: string | null }[]).map(({ columns, condition }) => {
    const same = columns.filter((name) => name !== column).map((name) => `and one.${quoted(name)} = other.${quoted(name)}`).join(' ')
    const among = `(select ctid, * from ${table} ${condition ? `where ${condition}` : ''})`
    return `delete from ${table} where ctid in (select one.ctid from ${among} one join ${among} other
        on one.${quoted(column)} = $1 and other.${quoted(column)} = $2 ${same})`
  })
}

/** What makes two people one, as SQL of which $1 is the absorbed one and $2 the one kept: rows are repointed or dropped, as tables say. */
export const mergeStatements = async (client: Client, modules: readonly Module[]): Promise<string[]> => {
  const texts: string[] = []
  for (const { name, privacy } of tablesOf(modules)) {
    if (privacy.merge === 'drop') texts.push(`delete from ${name} where ${concerns(privacy)}`)
    if (privacy.merge === 'repoint') for (const column of privacy.person) {
      texts.push(...await dropTwins(client, name, column), `update ${name} set ${column} = $2 where ${column} = $1`)
    }
  }
  return texts
}
