import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { reasonOf } from '../exchange/reason.ts'
import { shapes, tableNames, type Row, type TableName } from './shapes.ts'

/** What is wrong with a row: of which file, at which line (the place in the list for JSON), and why. */
export interface Remark { file: string; line: number; id: string; reason: string }
export interface Line<T extends TableName> { line: number; row: Row<T> }
export type Tables = { [T in TableName]: Line<T>[] }
export interface Export { tables: Tables; rejected: Remark[]; leftOut: Remark[]; notRead: string[] }

interface Given { line: number; values: Record<string, unknown> }

const csvRows = (text: string): Given[] => {
  const [header = ''] = text.split('\n', 1)
  const rows = parse(text, { columns: true, bom: true, delimiter: header.includes(';') ? ';' : ',', info: true, skip_empty_lines: true,
    relax_column_count: true })
  return (rows as unknown as { record: Record<string, unknown>; info: { lines: number } }[])
    .map(({ record, info }) => ({ values: record, line: info.lines }))
}
const jsonRows = (text: string): Given[] => z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(text))
  .map((values, index) => ({ values, line: index + 1 }))

const nameOf = (values: Record<string, unknown>) =>
  [values['id'], values['key'], Object.values(values).slice(0, 2).join(' ')].find((one) => typeof one === 'string') as string

/** Values that were given and are not taken, being wrong: the row itself is. */
const lost = (values: Record<string, unknown>, row: Record<string, unknown>) =>
  Object.keys(row).filter((name) => row[name] === null && values[name] !== undefined && values[name] !== null && values[name] !== '')

const readTable = (name: TableName, file: string, given: readonly Given[], into: Export) => {
  for (const { line, values } of given) {
    const read = shapes[name].safeParse(values)
    if (!read.success) {
      into.rejected.push({ file, line, id: nameOf(values), reason: reasonOf(read.error) })
      continue
    }
    for (const column of lost(values, read.data)) into.leftOut.push({ file, line, id: nameOf(values),
      reason: `${column}: not a valid value` })
    ;(into.tables[name] as { line: number; row: unknown }[]).push({ line, row: read.data })
  }
}

/**
 * An export of the national service: a folder with a `<table>.csv` or `<table>.json` for each table. Every row is checked; those that are
 * not
 * valid are told with their line. @throws Error when the folder has none of the tables.
 */
export const readExport = async (folder: string): Promise<Export> => {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  const found: Export = { tables: Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Tables, rejected: [],
    leftOut: [], notRead: [] }
  const read = tableNames.flatMap((name) => files.filter((file) => file === `${name}.csv` || file === `${name}.json`)
    .map((file) => ({ name, file })))
  if (read.length === 0) throw new Error(`${folder} holds no table: ${tableNames.map((name) => `${name}.csv`).join(', ')}`)
  for (const { name, file } of read) {
    const text = await readFile(join(folder, file), 'utf8')
    readTable(name, file, file.endsWith('.csv') ? csvRows(text) : jsonRows(text), found)
  }
  return { ...found, notRead: files.filter((file) => !read.some((one) => one.file === file)) }
}
