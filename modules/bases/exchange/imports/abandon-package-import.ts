import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { ownImport, releaseArchive } from './imports.ts'

/** Gives up an import that has not begun, or forgets one that is over; what it has brought stays. */
export const abandonPackageImport = command({
  http: 'DELETE /package-imports/:importId',
  input: z.object({ importId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { importId }) => ownImport(context, importId),
  allow: owns('person_id'),
  when: ({ state }) => state === 'bringing' ? 'bases.import-not-ready' : undefined,
  run: async (context: Context, _, one) => {
    await releaseArchive(context, one.id)
    await context.db.deleteFrom('bases.package_import').where('id', '=', one.id).execute()
    return {}
  },
})
