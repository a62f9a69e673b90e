import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** What one line announces: who has this address will come with that one. */
export interface Announced { line: number; oldEmail: string; newEmail: string }
export type Fault = 'columns' | 'address' | 'same' | 'twice'
export interface Faulty { line: number; why: Fault }

const email = z.email().max(254).toLowerCase()
const SEPARATORS = [';', '\t', ',']

/** The separator that makes two columns of the first line. */
const separatorOf = (text: string) => SEPARATORS.find((one) => text.split('\n', 1)[0]!.split(one).length === 2) ?? ';'

/**
 * Reads two columns, the address of today then the one to come, with or without a heading. One line that is wrong spoils no other.
 * @throws CsvError when quotation marks are left open.
 */
export const readAnnounced = (text: string): { announced: Announced[]; faulty: Faulty[] } => {
  const rows = parse(text, {
    bom: true, delimiter: separatorOf(text.trimStart()), relax_column_count: true, skip_empty_lines: true, trim: true, info: true,
  }) as unknown as { record: string[], info: { lines: number } }[]
  const [announced, faulty, seen]: [Announced[], Faulty[], Set<string>] = [[], [], new Set()]
  for (const [at, { record, info: { lines: line } }] of rows.entries()) {
    const [before, after] = record.map((one) => email.safeParse(one).data)
    // Names of columns are no addresses.
    if (at === 0 && record.length === 2 && record.every((one) => !one.includes('@'))) continue
    const why = record.length !== 2 ? 'columns' : !before || !after ? 'address' : before === after ? 'same' : seen.has(after) ? 'twice' : undefined
    if (why) faulty.push({ line, why })
    else announced.push({ line, oldEmail: before!, newEmail: after! })
    if (after) seen.add(after)
  }
  return { announced, faulty }
}
