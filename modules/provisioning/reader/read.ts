import { aafRows } from './aaf.ts'
import { unpacked } from './archive.ts'
import { csvRows } from './csv.ts'
import { decoded, encodingGuess, encodings, type Encoding } from './encoding.ts'
import type { Field } from './fields.ts'
import { formatOf, mappingOf, type Format } from './format.ts'
import { jsonRows } from './json.ts'
import { Unreadable, type Row } from './row.ts'
import { separatorOf, type Separator } from './separator.ts'
import { establishmentIn, siecleRows } from './siecle.ts'

/** The bytes of a file, which can be read again from the start. */
export type Source = () => AsyncIterable<Buffer>

export type Syntax = 'csv' | 'json' | 'xml'
/** How a file is written. @property sure false where the encoding could be another. */
export interface Manner { syntax: Syntax; encoding: Encoding; sure: boolean; separator: Separator }
/** @property establishment UAI of whom the file says to be. */
export interface Columns { heading: string[]; format: Format; mapping: Field[]; examples: string[][]; establishment?: string }

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

/** What an XML file says of its own encoding, which its bytes alone leave in doubt; ISO-8859-1 is read as what contains it. */
const declaredIn = (start: string): Encoding | undefined => {
  const name = /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)["']/i.exec(start)?.[1]?.toLowerCase()
  return name === 'iso-8859-1' ? 'windows-1252' : encodings.find((one) => one === name && !one.startsWith('utf'))
}

/** Rows of the forms of XML that are known, told apart by the first element. @throws Unreadable `form` */
async function* xmlRows(open: () => AsyncGenerator<string>): AsyncGenerator<Row> {
  const root = /<([A-Za-z_][\w.-]*)/.exec((await startOf(open())).replaceAll(/<!--.*?-->/gs, ''))?.[1]
  if (root === 'ficAlimMENESR') yield* aafRows(open())
  else if (root === 'BEE_ELEVES') yield* siecleRows(open)
  else throw new Unreadable('form', 1)
}

/** Guesses how the file is written; what a person has said of it wins. Reads it whole, once. */
export const mannerOf = async (source: Source, said: Partial<Pick<Manner, 'encoding' | 'separator'>> = {}): Promise<Manner> => {
  const guess = encodingGuess()
  for await (const piece of unpacked(source())) guess.add(piece)
  const guessed = guess.end()
  const declared = guessed.sure ? undefined : declaredIn(await startOf(decoded(unpacked(source()), guessed.encoding)))
  const encoding = said.encoding ?? declared ?? guessed.encoding
  const start = await startOf(decoded(unpacked(source()), encoding))
  const syntax = /^\s*[[{]/.test(start) ? 'json' : /^\s*</.test(start) ? 'xml' : 'csv'
  return { syntax, encoding, sure: guessed.sure || declared !== undefined || said.encoding !== undefined, separator: said.separator ?? separatorOf(start) }
}

/** Every row, the heading first. @throws Unreadable */
export const rowsOf = (source: Source, { syntax, encoding, separator }: Pick<Manner, 'syntax' | 'encoding' | 'separator'>): AsyncGenerator<Row> => {
  const open = () => decoded(unpacked(source()), encoding)
  if (syntax === 'xml') return xmlRows(open)
  return syntax === 'json' ? jsonRows(open()) : csvRows(open(), separator)
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
  const establishment = manner.syntax === 'xml' ? establishmentIn(await startOf(decoded(unpacked(source()), manner.encoding))) : undefined
  return { heading: [...heading.cells], format: formatOf(heading.cells), mapping, examples: shown, establishment }
}
