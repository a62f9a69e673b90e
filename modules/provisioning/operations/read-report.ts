import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { importId, outcomes, verdicts } from '../limits.ts'
import { importSeenBy, mayImport, type Context } from '../policy.ts'

const MOST = 500

/** What became of each row of an import, or of those in quarantine alone, by page. The report as a file is made of it. */
export const readReport = query({
  http: 'GET /imports/:importId/report',
  input: z.object({ importId, rows: z.literal('quarantine').optional(), after: z.int().min(0).default(0) }),
  output: z.object({
    fileName: z.string(), next: z.int().nullable(),
    rows: z.array(z.object({
      line: z.int(), verdict: z.enum(verdicts), outcome: z.enum(outcomes).nullable(), field: z.string().nullable(), code: z.string().nullable(),
      cells: z.record(z.string(), z.string()),
    })),
  }),
  confidential: true,
  on: (context: Context, input) => importSeenBy(context, input.importId).executeTakeFirst(),
  allow: mayImport,
  run: async ({ db }: Context, { rows: kind, after }, one) => {
    const rows = await db.selectFrom('provisioning.row').select(['number', 'line', 'verdict', 'outcome', 'field', 'code', 'cells'])
      .where('import_id', '=', one.id).where('number', '>', after)
      .$if(kind === 'quarantine', (query) => query.where((eb) => eb.or([eb('verdict', '=', 'invalid'), eb('outcome', '=', 'failed')])))
      .orderBy('number').limit(MOST).execute()
    return {
      fileName: one.file_name, next: rows.length === MOST ? rows.at(-1)!.number : null,
      rows: rows.map((row) => ({
        line: row.line, field: row.field, code: row.code, cells: row.cells as Record<string, string>,
        verdict: row.verdict as typeof verdicts[number], outcome: row.outcome as typeof outcomes[number] | null,
      })),
    }
  },
})
