import { sql } from 'kysely'
import type { Context } from './policy.ts'

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
