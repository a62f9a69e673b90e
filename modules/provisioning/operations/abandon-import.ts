import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { importId } from '../limits.ts'
import { lockedImport, mayImport, type Context } from '../policy.ts'

/** Gives up an import that has done nothing yet: the file goes, and what was read of it this night. */
export const abandonImport = command({
  http: 'DELETE /imports/:importId',
  input: z.object({ importId }),
  output: z.object({ organisationId: z.uuid() }),
  on: (context: Context, input) => lockedImport(context, input),
  allow: mayImport,
  when: ({ state }) => ['reading', 'ready', 'unreadable'].includes(state) ? undefined : 'provisioning.not-ready',
  run: async ({ db }: Context, _, one) => {
    if (one.source_id) await db.deleteFrom('provisioning.source').where('id', '=', one.source_id).execute()
    await db.updateTable('provisioning.import').set({ state: 'abandoned', source_id: null, examples: null, version: one.version + 1 }).where('id', '=', one.id).execute()
    return { organisationId: one.organisation_id }
  },
})
