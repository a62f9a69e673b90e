import { csvRows } from './csv.ts'
import { decoded, encodingGuess, type Encoding } from './encoding.ts'
import type { Field } from './fields.ts'
import { formatOf, mappingOf, type Format } from './format.ts'
import { jsonRows } from './json.ts'
import { Unreadable, type Row } from './row.ts'
import { separatorOf, type Separator } from './separator.ts'

/** The bytes of a file, which can be read again from the start. */
export type Source = () => AsyncIterable<Buffer>

/** How a file is written. @property sure false where the encoding could be another. */
export interface Manner { syntax: 'csv' | 'json'; encoding: Encoding; sure: boolean; separator: Separator }
export interface Columns { heading: string[]; format: Format; mapping: Field[]; examples: string[][] }

const SAMPLE = 65_536
/** How many rows are shown under the headings. */
const EXAMPLES = 3

const startOf = async (text: AsyncIterable<string>): Promise<string> => {
  let start = ''
  for await (const piece of text) {
    start += piece
    if (start.length >= SAMPLE) break
  }
  return start.slice(0, SAMPLE)
}

/** Guesses how the file is written; what a person has said of it wins. Reads it whole, once. */
export const mannerOf = async (source: Source, said: Partial<Pick<Manner, 'encoding' | 'separator'>> = {}): Promise<Manner> => {
  const guess = encodingGuess()
  for await (const piece of source()) guess.add(piece)
  const guessed = guess.end()
  const encoding = said.encoding ?? guessed.encoding
  const start = await startOf(decoded(source(), encoding))
  const syntax = /^\s*[[{]/.test(start) ? 'json' : 'csv'
  return { syntax, encoding, sure: guessed.sure || said.encoding !== undefined, separator: said.separator ?? separatorOf(start) }
}

/** Every row, the heading first. @throws Unreadable */
export const rowsOf = (source: Source, { syntax, encoding, separator }: Pick<Manner, 'syntax' | 'encoding' | 'separator'>): AsyncGenerator<Row> => {
  const text = decoded(source(), encoding)
  return syntax === 'json' ? jsonRows(text) : csvRows(text, separator)
}

/**
 * The headings, what they are taken for, and the first rows. @throws Unreadable `empty` when there is no row under the heading.
 * @param chosen what a person has said of each column; nothing of it holds when the file has other columns.
 */
export const columnsOf = async (source: Source, manner: Manner, chosen?: readonly Field[] | null): Promise<Columns> => {
  const rows: Row[] = []
  for await (const row of rowsOf(source, manner)) {
    rows.push(row)
    if (rows.length > EXAMPLES) break
  }
  const [heading, ...examples] = rows
  if (!heading || examples.length === 0) throw new Unreadable('empty', 1)
  const mapping = chosen?.length === heading.cells.length ? [...chosen] : mappingOf(heading.cells)
  // What is not taken is not shown either: it may be a password.
  const shown = examples.map(({ cells }) => mapping.map((field, at) => field === 'ignore' ? '' : cells[at] ?? ''))
  return { heading: [...heading.cells], format: formatOf(heading.cells), mapping, examples: shown }
}
