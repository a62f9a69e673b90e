import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/** Keeps the number of the last version of the terms that the person accepted, where each session reads it. Never goes back. */
export const keepAcceptedTerms = async (context: KernelContext, personId: string, number: number): Promise<void> => {
  const later = sql<number>`greatest(terms_version, ${number}::integer)`
  await (context as Context).db.updateTable('identity.account').set({ terms_version: later }).where('person_id', '=', personId)
    .where('kind', '=', 'person').execute()
}
