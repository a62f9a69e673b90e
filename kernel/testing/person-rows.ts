import { mergeStatements, personStatements, type Client } from '../db/privacy.ts'
import type { Module } from '../operation/module.ts'

// What the modules declare of a person's rows, run by a test on the owner's connection; the product runs it by modules/privacy.

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

/** Two accounts become one. The identity module then marks the absorbed person. */
export const mergePerson = async (client: Client, modules: readonly Module[], kept: string, absorbed: string): Promise<void> => {
  for (const text of await mergeStatements(client, modules)) {
    await client.query({ text, values: text.includes('$2') ? [absorbed, kept] : [absorbed] })
  }
}
