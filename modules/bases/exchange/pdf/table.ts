import type { Block, Run } from './blocks.ts'

type Structure = PDFKit.PDFStructureElement
/** In points. */
const [PADDING, THINNEST] = [5, 48]

/** Widths of columns: each as wide as its longest words ask, in what there is. */
const widthsOf = (rows: readonly Block[], width: number): number[] => {
  const many = Math.max(...rows.map(({ cells }) => cells!.length))
  const asked = Array.from({ length: many }, (_, column) =>
    Math.max(...rows.map(({ cells }) => Math.min(60, Math.max(6, textOf(cells![column] ?? []).length)))))
  const all = asked.reduce((sum, one) => sum + one, 0)
  const least = Math.min(THINNEST, width / many)
  return asked.map((one) => least + (width - least * many) * one / all)
}
const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

interface Table {
  doc: PDFKit.PDFDocument
  /** In which the table stands. */
  root: Structure
  rows: readonly Block[]
  x: number
  width: number
  /** The height of some words in a width; and what writes them there. */
  heightOf: (text: string, width: number, bold: boolean) => number
  runs: (list: readonly Run[], x: number, width: number) => readonly (Structure | (() => void))[]
  /** Where a page ends. */
  bottom: number
}

/** A table with its rows, heads and cells tagged (ISO 32000-1 §14.8.4.3.4); a row is never cut by the end of a page that may hold it. */
export const writeTable = ({ doc, root, rows, x, width, heightOf, runs, bottom }: Table): void => {
  const widths = widthsOf(rows, width)
  const table = doc.struct('Table')
  // What is in the document already is written as it is added: lines and grounds, which nobody reads, are drawn between.
  root.add(table)
  for (const { cells, heads } of rows) {
    const list = widths.map((one, column) => ({ width: one, x: x + widths.slice(0, column).reduce((sum, other) => sum + other, 0),
      own: cells![column] ?? [] }))
    const high = Math.max(...list.map((cell) => heightOf(textOf(cell.own) || ' ', cell.width - 2 * PADDING, heads === true))) + 2 * PADDING
    if (doc.y + high > bottom) doc.addPage()
    const top = doc.y
    doc.markContent('Artifact', { type: 'Layout' })
    for (const cell of list) {
      if (heads) doc.rect(cell.x, top, cell.width, high).fill('#eeeeee')
      doc.rect(cell.x, top, cell.width, high).lineWidth(0.5).stroke('#929292')
    }
    doc.endMarkedContent()
    table.add(doc.struct('TR', {}, list.map((cell) => {
      const words = cell.own.map((run) => ({ ...run, bold: run.bold || heads === true }))
      return doc.struct(heads ? 'TH' : 'TD', {}, [() => { doc.y = top + PADDING }, ...runs(words, cell.x + PADDING,
        cell.width - 2 * PADDING)])
    })))
    doc.y = top + high
  }
  table.end()
  doc.moveDown(0.8)
}
