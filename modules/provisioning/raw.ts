import { Readable } from 'node:stream'
import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { importId } from './limits.ts'
import { readReport } from './operations/read-report.ts'
import type { Context } from './policy.ts'
import { fields } from './reader/fields.ts'
import { fr } from './web/fr.ts'

const KEPT = fields.filter((field) => field !== 'ignore')

/** A cell that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
const line = (cells: string[]) => `${cells.map(cell).join(';')}\r\n`

async function* reportOf(run: Http['run'], importId: string) {
  yield `\uFEFF${line([fr.report.line, fr.report.state, fr.report.reason, ...KEPT.map((field) => fr.fields[field]!)])}`
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof run<typeof readReport>>> = await run(readReport, { importId, after })
    yield page.rows.map((row) => line([
      String(row.line), row.outcome ? fr.outcomes[row.outcome]! : row.verdict === 'invalid' ? fr.report.quarantined : fr.report.waiting,
      row.code ? fr.issue(row.field, row.code) : '', ...KEPT.map((field) => row.cells[field] ?? ''),
    ])).join('')
    after = page.next
  }
}

/** The report of an import for a spreadsheet: UTF-8 with its mark, semicolons, CRLF. Page by page, so that its length costs nothing. */
export const report = raw({
  http: 'GET /imports/:importId/report.csv',
  input: z.object({ importId }),
  allow: signedIn,
  handle: async (_: Context, input, __, { run, reply }) => {
    // Its rights are asked before the first byte: a refusal is then an answer.
    await run(readReport, { importId: input.importId })
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="rapport-${input.importId.slice(-8)}.csv"`, 'cache-control': 'no-store',
    })
    return reply.send(Readable.from(reportOf(run, input.importId)))
  },
})
