import { sql } from 'kysely'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { importUndone } from '../events.ts'
import { KEPT } from '../jobs/prune-lists.ts'
import { importId } from '../limits.ts'
import { lockedImport, mayImport, type Context } from '../policy.ts'

const DAY = 86_400_000

/** Takes back a whole import: what it gave ends, those whom it made leave are there again, people whom it brought and who never came in go. */
export const undoImport = command({
  http: 'POST /imports/:importId/undoing',
  input: z.object({ importId }),
  output: z.object({}),
  on: (context: Context, input) => lockedImport(context, input),
  allow: mayImport,
  when: ({ state, finished_at }, _, { now }) => {
    if (state !== 'done') return 'provisioning.not-done'
    return Date.parse(now) - Date.parse(finished_at!) > KEPT * DAY ? 'provisioning.too-late' : undefined
  },
  run: async ({ db, record }: Context, _, one) => {
    const other = await db.selectFrom('provisioning.import').select('id').where('organisation_id', '=', one.organisation_id)
      .where('state', 'in', ['applying', 'undoing']).executeTakeFirst()
    if (other) throw new Refusal('provisioning.another-at-work')
    await db.updateTable('provisioning.import').set({
      state: 'undoing', version: one.version + 1, entry_id: sql<string>`nullif(current_setting('app.entry', true), '')::uuid`,
    }).where('id', '=', one.id).execute()
    await record(importUndone, { organisationId: one.organisation_id, importId: one.id })
    return {}
  },
})
