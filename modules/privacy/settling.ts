import type { Kysely } from 'kysely'
import { system } from '#kernel/operation/actor.ts'
import type { Module } from '#kernel/operation/module.ts'

/**
 * What modules do with what a person leaves, for an erasure that is done again after a restore: what they left came back too. Its facts
 * were told the first time.
 * @param db with the owner's rights, in the transaction that erases.
 */
export const settling = (db: Kysely<any>, modules: readonly Module[]) => async (personId: string): Promise<void> => {
  const context = { db, actor: system, now: new Date().toISOString(), record: async () => {}, origin: { request: 'restore' } }
  for (const { departure } of modules) await departure?.settle(context, personId)
}
