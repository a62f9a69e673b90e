import type { Pool } from 'pg'
import type { Grant } from './actor.ts'
import type { Module } from './module.ts'

/** One statement that reads a person's grants in every module that publishes some; `person` is SQL for who, `$1` unless told. */
export const grantsSql = (modules: readonly Module[], person = '$1'): string => {
  const parts = modules.filter((one) => one.grants).map((one) => `select scope, id::text, role from ${one.grants} where person_id = ${person}`)
  return parts.length ? parts.join(' union all ') : `select '' as scope, '' as id, '' as role where ${person}::uuid is null`
}

export const grantsOf = async (pool: Pool, modules: readonly Module[], person: string): Promise<Grant[]> =>
  (await pool.query<Grant>({ text: grantsSql(modules), values: [person] })).rows
