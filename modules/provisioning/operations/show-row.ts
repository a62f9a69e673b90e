import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { importId } from '../limits.ts'
import { importSeenBy, mayImport, type Context } from '../policy.ts'
import { correctRow } from './correct-row.ts'

/** One row of an import, to correct it. */
export const showRow = query({
  http: 'GET /imports/:importId/rows/:number',
  input: z.object({ importId, number: z.coerce.number().int().min(1) }),
  output: z.object({
    number: z.int(), line: z.int(), field: z.string().nullable(), code: z.string().nullable(), cells: z.record(z.string(), z.string()), fields: z.array(z.string()),
    isWrong: z.boolean(),
  }),
  confidential: true,
  on: (context: Context, input) => importSeenBy(context, input.importId).innerJoin('provisioning.row as row', 'row.import_id', 'import.id')
    .where('row.number', '=', input.number).select(['row.number', 'row.line', 'row.field', 'row.code', 'row.cells', 'row.verdict', 'row.outcome']).executeTakeFirst(),
  allow: mayImport,
  can: { correctRow },
  run: async (_: Context, __, row) => ({
    number: row.number, line: row.line, field: row.field, code: row.code, cells: row.cells as Record<string, string>,
    fields: [...new Set((row.mapping ?? []).filter((field) => field !== 'ignore'))], isWrong: row.verdict === 'invalid' || row.outcome === 'failed',
  }),
})
