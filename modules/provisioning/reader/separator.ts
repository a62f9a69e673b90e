import { parse } from 'csv-parse/sync'

export const separators = [';', ',', '\t', '|'] as const
export type Separator = typeof separators[number]

const isWhole = (rows: string[][], columns: number) => rows.filter((row) => row.length === columns).length

/** Which separator gives the first lines the most columns, and the same number everywhere; a comma when none does. */
export const separatorOf = (start: string): Separator => {
  // The last line may be cut.
  const text = start.slice(0, start.lastIndexOf('\n') + 1 || undefined)
  const scores = separators.map((separator) => {
    try {
      const rows: string[][] = parse(text, { delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, to: 30 })
      const columns = rows[0]?.length ?? 0
      return columns < 2 ? 0 : isWhole(rows, columns) / rows.length * 100 + columns
    } catch {
      return 0
    }
  })
  const best = Math.max(...scores)
  return best === 0 ? ',' : separators[scores.indexOf(best)]!
}
