import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/**
 * An address becomes the person's own, if nobody has proved it: what they hold proves it (a link sent to it), or a provider that answers for
 * it. The caller has checked which.
 */
export const keepAddress = async (context: KernelContext, personId: string, email: string): Promise<void> => {
  const { db, now } = context as Context
  const claimed = await db.updateTable('identity.address').set({ verified_at: now }).where('person_id', '=', personId)
    .where('email', '=', email).where('verified_at', 'is', null).where((eb) => eb.not(eb.exists(eb.selectFrom('identity.address as other').select('other.id')
      .where('other.email', '=', email).where('other.verified_at', 'is not', null)))).executeTakeFirstOrThrow()
  if (claimed.numUpdatedRows === 0n) {
    await db.insertInto('identity.address').values({ id: v7(), person_id: personId, email, verified_at: now, is_primary: false })
      .onConflict((conflict) => conflict.doNothing()).execute()
  }
  await preferProved(context as Context, personId)
}

/** The person is written to at an address that is theirs: the first one that they prove takes the place of one that they only claim. */
export const preferProved = async ({ db }: Context, personId: string): Promise<void> => {
  const { numUpdatedRows } = await db.updateTable('identity.address').set({ is_primary: false }).where('person_id', '=', personId)
    .where('is_primary', '=', true).where('verified_at', 'is', null)
    .where(sql<boolean>`exists (select from identity.address as proved
      where proved.person_id = ${personId} and proved.verified_at is not null)`)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  await db.updateTable('identity.address').set({ is_primary: true })
    .where('id', '=', (eb) => eb.selectFrom('identity.address').select('id').where('person_id', '=', personId)
      .where('verified_at', 'is not', null).orderBy('verified_at').orderBy('id').limit(1)).execute()
}
