/** A row as it was written. `line` is where it ends in the file, from 1, as a spreadsheet counts. */
export interface Row { readonly line: number; readonly cells: readonly string[] }

/** The file cannot be read further: a quote that is not closed, text that is not JSON, columns that say no name. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: 'quote' | 'json' | 'empty' | 'mapping'
  readonly line: number
  constructor(reason: Unreadable['reason'], line: number) {
    super(reason)
    this.reason = reason
    this.line = line
  }
}
