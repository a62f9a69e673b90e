import { mergeStatements, personStatements, tablesOf, type Client } from '#kernel/db/privacy.ts'
import type { Statement } from '#kernel/db/transaction.ts'
import type { Module } from '#kernel/operation/module.ts'

/**
 * Modules in which a person may have rows and still hold nothing but a profile of the commons (design §5b). What somebody has in any other
 * module, one that does not exist yet included, keeps their account however long they stay away.
 */
const COMMONS = new Set([
  'audit', 'identity', 'settings', 'mail', 'files', 'search', 'bases', 'moderation', 'privacy', 'demo',
  // What the service told them, or notes to tell them; and what they accepted of it.
  'live', 'notifications', 'announcements', 'switches', 'terms',
])

export interface Declared { kind: 'export' | 'erase' | 'hold' | 'count' | 'merge'; table: string; text: string; becomes?: string }

/** The person themselves and the merges in which they stand say nothing of what they hold. */
const NOT_HELD = new Set(['identity.person', 'identity.merge'])

const literal = (value: unknown) => typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : 'null'

/** $1 stays, the person; the other values come from modules and not from people, and are written out. */
const inlined = ({ text, values }: Statement): string =>
  text.replace(/\$(\d+)/g, (place, number: string) => number === '1' ? place : literal(values[Number(number) - 1]))

const tableOf = (text: string) => /(?:from|update) ([a-z_.]+)/.exec(text)![1]!

const concerns = ({ person }: { person: readonly string[] }) => person.map((column) => `${column} = $1`).join(' or ')

/** What modules declare of a person's rows, as SQL of which $1 is the person; what refers to a row goes before that row. */
export const statementsOf = (modules: readonly Module[]): Declared[] => {
  const { export: exported, erase } = personStatements(modules, '')
  const held = modules.filter(({ name }) => !COMMONS.has(name)).flatMap(({ privacy }) => Object.entries(privacy))
  return [
    ...exported.map(({ table, statement }): Declared => ({ kind: 'export', table, text: inlined(statement) })),
    ...erase.map((statement): Declared => ({ kind: 'erase', table: tableOf(statement.text), text: inlined(statement) })),
    ...held.flatMap(([table, privacy]): Declared[] => privacy === 'none' ? [] : [{
      kind: 'hold', table,
        text: `select exists (select from ${table} where ${concerns(privacy)})`,
    }]),
    ...tablesOf(modules).filter(({ name }) => !NOT_HELD.has(name)).map(({ name, privacy }): Declared => ({
      kind: 'count', table: name, text: `select count(*) from ${name} where ${concerns(privacy)}`, becomes: privacy.merge,
    })),
  ]
}

/** What makes two people one: $1 is the absorbed one, $2 the one who stays. What is unique in the database is read there. */
const mergesOf = async (client: Client, modules: readonly Module[]): Promise<Declared[]> =>
  (await mergeStatements(client, modules)).map((text) => ({ kind: 'merge', table: tableOf(text), text }))

/** Writes what the modules of this version declare in the place of what was there. Runs with the owner's rights, after the migrations. */
export const writeStatements = async (client: Client, modules: readonly Module[]): Promise<void> => {
  const rows = [...statementsOf(modules), ...await mergesOf(client, modules)].map((one, position) => ({ ...one, position }))
  await client.query({
    text: `with declared as (select * from jsonb_to_recordset($1::jsonb) as one (kind text, position integer, "table" text, text text, becomes text)),
        written as (
          insert into privacy.statement (kind, position, table_name, text, becomes)
          select kind, position, "table", text, becomes from declared
          on conflict (kind, position) do update set table_name = excluded.table_name, text = excluded.text, becomes = excluded.becomes)
      delete from privacy.statement as old
      where not exists (select from declared where declared.kind = old.kind and declared.position = old.position)`,
    values: [JSON.stringify(rows)],
  })
}
