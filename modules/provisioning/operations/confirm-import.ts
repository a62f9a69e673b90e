import { sql } from 'kysely'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { isMassive } from '../departures.ts'
import { importConfirmed } from '../events.ts'
import { importId } from '../limits.ts'
import { lockedImport, mayImport, rolesFor, type Context } from '../policy.ts'

/**
 * Has the import done, as it was shown. One that ends more than a tenth of what lists gave wants the number of those who leave, typed:
 * `provisioning.departures-unconfirmed` says it.
 */
export const confirmImport = command({
  http: 'POST /imports/:importId/confirmation',
  input: z.object({ importId, departures: z.int().min(0).optional() }),
  output: z.object({}),
  on: (context: Context, input) => lockedImport(context, input),
  allow: mayImport,
  when: ({ state }) => state === 'ready' ? undefined : 'provisioning.not-ready',
  run: async (context: Context, { departures }, one) => {
    const { db, now, record } = context
    const { count } = await db.selectFrom('provisioning.departure').select(({ fn }) => fn.countAll<number>().as('count')).where('import_id', '=', one.id)
      .executeTakeFirstOrThrow()
    if (isMassive(count, one.places_before) && departures !== count) throw new Refusal('provisioning.departures-unconfirmed', { departures: count })
    const other = await db.selectFrom('provisioning.import').select('id').where('organisation_id', '=', one.organisation_id)
      .where('state', 'in', ['applying', 'undoing']).executeTakeFirst()
    if (other) throw new Refusal('provisioning.another-at-work')
    await db.updateTable('provisioning.import').set({
      state: 'applying', roles: rolesFor(context, one), confirmed_departures: count, applied_at: now, version: one.version + 1,
      entry_id: sql<string>`nullif(current_setting('app.entry', true), '')::uuid`,
    }).where('id', '=', one.id).execute()
    await record(importConfirmed, { organisationId: one.organisation_id, importId: one.id })
    return {}
  },
})
