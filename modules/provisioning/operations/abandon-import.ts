import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { importId } from '../limits.ts'
import { lockedImport, mayImport, type Context } from '../policy.ts'
import { releaseSource } from '../source.ts'

/** Gives up an import that has done nothing yet: the file goes within a day, and what was read of it this night. */
export const abandonImport = command({
  http: 'DELETE /imports/:importId',
  input: z.object({ importId }),
  output: z.object({ organisationId: z.uuid() }),
  on: (context: Context, input) => lockedImport(context, input),
  allow: mayImport,
  when: ({ state }) => ['reading', 'ready', 'unreadable'].includes(state) ? undefined : 'provisioning.not-ready',
  run: async (context: Context, _, one) => {
    await releaseSource(context, one.id)
    await context.db.updateTable('provisioning.import').set({ state: 'abandoned', file_id: null, examples: null, version: one.version + 1 }).where('id', '=', one.id).execute()
    return { organisationId: one.organisation_id }
  },
})
