import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { packageConfirmed } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { ownImport } from './imports.ts'

/** Has the archive brought in, as it was shown; again, once it was cut. The rights are looked at again by what writes. */
export const confirmPackageImport = command({
  http: 'POST /package-imports/:importId/confirmation',
  input: z.object({ importId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { importId }) => ownImport(context, importId),
  allow: owns('person_id'),
  when: ({ state }) => state === 'ready' || state === 'failed' ? undefined : 'bases.import-not-ready',
  run: async ({ db, record }: Context, _, one) => {
    await db.updateTable('bases.package_import').where('id', '=', one.id).set({
      state: 'bringing', reason: null, finished_at: null, version: one.version + 1,
        entry_id: sql<string>`nullif(current_setting('app.entry', true), '')::uuid`,
    }).execute()
    await record(packageConfirmed, { importId: one.id })
    return {}
  },
})
