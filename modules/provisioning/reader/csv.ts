import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Unreadable, type Row } from './row.ts'
import type { Separator } from './separator.ts'

/** A row longer than this is a quote that was never closed. In characters. */
const LONGEST = 65_536

/** With a CRLF inside quotes the parser counts two lines: line ends are made one before it reads them. */
async function* withLineFeeds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let cut = false
  for await (const piece of text) {
    const whole: string = cut ? `\r${piece}` : piece
    cut = whole.endsWith('\r')
    yield (cut ? whole.slice(0, -1) : whole).replaceAll(/\r\n?/g, '\n')
  }
  if (cut) yield '\n'
}

/**
 * Rows of a CSV (RFC 4180, and what spreadsheets write in its name): any line end, quoted fields with line ends in them, rows of uneven
 * length. Memory does not grow with the file.
 * @throws Unreadable where a quote is not closed, with the line.
 */
export async function* csvRows(text: AsyncIterable<string>, separator: Separator): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST, info: true,
    record_delimiter: '\n',
  })
  const done = new Promise<Error | null | undefined>((resolve) => pipeline(Readable.from(withLineFeeds(text)), parser, resolve))
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const cells = record.map((cell) => cell.trim())
      if (cells.some(Boolean)) yield { line: info.lines, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('quote', Number(error['lines'] ?? 0))
    throw error
  } finally {
    parser.destroy()
    await done
  }
}
