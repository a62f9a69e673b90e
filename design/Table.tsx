import { Fragment, type ReactNode } from 'react'
import { EmptyState } from '#design/EmptyState.tsx'

interface TableProps<Row> {
  rows: readonly Row[]
  caption: ReactNode
  /** The caption is said to readers only, when a heading above already says it. */
  captionHidden?: boolean
  /** Heading of each column, and what it shows of a row. The first one names the row. */
  columns: Record<string, (row: Row) => ReactNode>
  /** A sentence, or an `<EmptyState>` with the next step. */
  empty: ReactNode
  rowKey?: (row: Row) => string
}

/** Rows to compare. On a phone each row becomes a card, with the heading before each value. */
export function Table<Row>({ rows, caption, captionHidden, columns, empty, rowKey }: TableProps<Row>) {
  if (rows.length === 0) return typeof empty === 'string' ? <EmptyState title={empty} /> : <Fragment>{empty}</Fragment>
  const [first, ...others] = Object.entries(columns)
  return (
    <div className="sl-table">
      <table>
        <caption className={captionHidden ? 'fr-sr-only' : undefined}>{caption}</caption>
        <thead><tr>{Object.keys(columns).map((label) => <th key={label} scope="col">{label}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey?.(row) ?? index}>
              {first && <th scope="row" data-label={first[0]}>{first[1](row)}</th>}
              {others.map(([label, show]) => <td key={label} data-label={label}>{show(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
