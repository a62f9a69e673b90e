import type { Pool } from 'pg'
import { run } from '../db/batch.ts'
import type { Grant } from './actor.ts'
import type { Module } from './module.ts'

/** Names of the statements prepared: one for each set of modules. */
const names = new Map<string, string>()

/** What a person holds, in every module that publishes grants. */
export const grantsOf = async (pool: Pool, modules: readonly Module[], person: string): Promise<Grant[]> => {
  const text = modules.flatMap(({ grants }) => grants ? [`select scope, id::text, role from ${grants} where person_id = $1`] : []).join(' union all ')
  if (!text) return []
  const name = names.get(text) ?? `grants-${names.size}`
  names.set(text, name)
  return (await run(pool, { name, text, values: [person] })).rows as Grant[]
}
