import { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { importId } from './limits.ts'
import { readReport } from './operations/read-report.ts'
import { startImport } from './operations/start-import.ts'
import { mayImport, placeOf, type Context } from './policy.ts'
import { fields } from './reader/fields.ts'
import { receiveSource } from './source.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

const KEPT = fields.filter((field) => field !== 'ignore')

/** A cell that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
const line = (cells: string[]) => `${cells.map(cell).join(';')}\r\n`

interface Asked { importId: string; rows?: 'quarantine' }

async function* reportOf(run: Http['run'], asked: Asked) {
  yield `\uFEFF${line([fr.report.line, fr.report.state, fr.report.reason, ...KEPT.map((field) => fr.fields[field]!)])}`
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof run<typeof readReport>>> = await run(readReport, { ...asked, after })
    yield page.rows.map((row) => line([
      String(row.line), row.outcome ? fr.outcomes[row.outcome]! : row.verdict === 'invalid' ? fr.report.quarantined : fr.report.waiting,
      row.code ? fr.issue(row.field, row.code) : '', ...KEPT.map((field) => row.cells[field] ?? ''),
    ])).join('')
    after = page.next
  }
}

/**
 * The report of an import for a spreadsheet, or its rows in quarantine, which can be corrected there and sent again: UTF-8 with its mark, semicolons,
 * CRLF. Page by page, so that its length costs nothing.
 */
export const report = raw({
  http: 'GET /imports/:importId/report.csv',
  input: z.object({ importId, rows: z.literal('quarantine').optional() }),
  allow: signedIn,
  handle: async (_: Context, input, __, { run, reply }) => {
    // Its rights are asked before the first byte: a refusal is then an answer.
    await run(readReport, input)
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${input.rows ? fr.report.wrongFile : fr.report.file}-${input.importId.slice(-8)}.csv"`, 'cache-control': 'no-store',
    })
    return reply.send(Readable.from(reportOf(run, input)))
  },
})

const { sourceId: _, ...given } = startImport.input.shape

/**
 * A list sent by a program, or by a person without a browser: the body is the file, the address says the rest as `startImport` takes it. Answers 202
 * with the import, to be asked for until its `state` is `ready`.
 */
export const sendList = raw({
  http: 'POST /api/organisations/:organisationId/imports/list',
  input: z.object({ ...given, name: z.string().min(1).max(300).default('liste.csv') }),
  stream: true,
  on: placeOf,
  allow: mayImport,
  handle: async (context: Context, { name, ...asked }, __, { request, reply, run }) => {
    const { scopes } = context.actor
    if (scopes && !scopes.includes('provisioning:write')) throw new Refusal('insufficient-scope', {}, 403)
    if (/^(multipart|application\/x-www-form-urlencoded)/.test(request.headers['content-type'] ?? '')) throw new Refusal('provisioning.body-is-list', {}, 415)
    const { fileId } = await receiveSource(context, asked.organisationId, { name, stream: request.raw })
    const { importId } = await run(startImport, { ...asked, sourceId: fileId })
    return reply.code(202).header('location', urls.api(importId)).send({ importId })
  },
})
