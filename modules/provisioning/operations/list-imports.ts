import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { importsSeenBy, mayImport, placeOf, rolesFor, type Context } from '../policy.ts'
import { startImport } from './start-import.ts'

/** Imports of an organisation that the person could have started, the last first; and what they need to start another. */
export const listImports = query({
  http: 'GET /organisations/:organisationId/imports',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid().optional(), before: z.uuid().optional() }),
  output: z.object({
    organisation: z.object({ id: z.uuid(), name: z.string() }), groupId: z.uuid().nullable(), roles: z.array(z.string()),
    imports: z.array(z.object({
      id: z.uuid(), fileName: z.string(), state: z.string(), mode: z.string(), rows: z.int(), startedBy: z.string().nullable(), createdAt: z.string(),
      forGroup: z.boolean(),
    })),
    next: z.uuid().nullable(),
  }),
  confidential: true,
  on: placeOf,
  allow: mayImport,
  can: { startImport },
  run: async (context: Context, { before }, place) => {
    const rows = await importsSeenBy(context).leftJoin('identity.card as starter', 'starter.id', 'import.started_by')
      .select(['import.id', 'import.file_name', 'import.state', 'import.mode', 'import.rows_read', 'starter.name', 'import.created_at', 'import.group_id'])
      .where('import.organisation_id', '=', place.id).$if(before !== undefined, (one) => one.where('import.id', '<', before!))
      .orderBy('import.id', 'desc').limit(21).execute()
    const imports = rows.slice(0, 20).map((row) => ({
      id: row.id, fileName: row.file_name, state: row.state, mode: row.mode, rows: row.rows_read, startedBy: row.name, createdAt: row.created_at,
      forGroup: row.group_id !== null,
    }))
    return {
      organisation: { id: place.id, name: place.name }, groupId: place.group_id, roles: rolesFor(context, place), imports,
      next: rows.length > 20 ? imports.at(-1)!.id : null,
    }
  },
})
