import { Readable } from 'node:stream'
import { raw } from '#kernel/operation/raw.ts'
import { holds } from '#kernel/operation/rule.ts'
import { announceExport } from './operations/back-office/announce-export.ts'
import { entriesFound, type Context, type Filters } from './policy.ts'
import { fr } from './web/back-office/fr.ts'

/** Entries read at a time: the export of millions takes the memory of these. */
const STEP = 1000

const columns = [
  'id', 'at', 'person_id', 'acting_for', 'client', 'operation', 'outcome', 'code', 'target', 'about', 'request', 'address', 'parameters',
] as const
type Entry = Record<(typeof columns)[number], unknown> & { id: string }

/** Those found, the last first, page after page: what is written meanwhile comes above, and is not part of it. */
async function* found(context: Context, given: Filters): AsyncGenerator<Entry[]> {
  let before: string | undefined
  for (;;) {
    const rows = await (await entriesFound(context, given, before)).select(columns.map((column) => `entry.${column}` as const))
      .limit(STEP).execute()
    if (rows.length > 0) yield rows
    if (rows.length < STEP) return
    before = rows.at(-1)!.id
  }
}

/** A cell of RFC 4180; a spreadsheet would run what begins like a formula. */
export const cell = (value: unknown): string => {
  const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With the mark and the separator that French spreadsheets expect. */
async function* asCsv(pages: AsyncIterable<Entry[]>) {
  yield `\uFEFF${columns.map((column) => cell(fr.exported[column])).join(';')}\r\n`
  for await (const page of pages) yield page.map((entry) => `${columns.map((column) => cell(entry[column])).join(';')}\r\n`).join('')
}

/** One line an entry, with what each row was before and after. */
async function* asNdjson({ db }: Context, pages: AsyncIterable<Entry[]>) {
  for await (const page of pages) {
    const rows = await db.selectFrom('audit.change').select(['entry_id', 'table_name', 'row_id', 'action', 'before', 'after'])
      .where('entry_id', 'in', page.map(({ id }) => id)).orderBy('id').execute()
    const changes = Map.groupBy(rows, (row) => row.entry_id)
    yield page.map((entry) => {
      const own = (changes.get(entry.id) ?? []).map(({ table_name, row_id, action, before, after }) =>
        ({ table: table_name, row: row_id, action, before, after }))
      return `${JSON.stringify({ ...entry, changes: own })}\n`
    }).join('')
  }
}

const exportEntries = raw({
  http: 'GET /back-office/trace/export',
  input: announceExport.input,
  allow: holds('administrator'),
  handle: async (context: Context, { format, ...given }, _, { reply, run }) => {
    await run(announceExport, { format, ...given })
    const pages = found(context, given)
    return reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson').header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="journal-${context.now.slice(0, 10)}.${format}"`)
      .send(Readable.from(format === 'csv' ? asCsv(pages) : asNdjson(context, pages)))
  },
})

export const rawRoutes = [exportEntries]
