/** A row as it was written. `line` is where it ends in the file, from 1, as a spreadsheet counts. */
export interface Row { readonly line: number; readonly cells: readonly string[] }

/**
 * `quote` is never closed; `json`, `xml`, `archive` are ill-formed; `form` is XML of an unknown form; `establishment` is another one's; `gone` was
 * refused after it came, or its bytes are lost.
 */
export type UnreadableReason = 'quote' | 'json' | 'xml' | 'form' | 'archive' | 'too-large' | 'empty' | 'mapping' | 'establishment' | 'gone'

/** The file cannot be read further: a quote that is not closed, text that is not JSON, columns that say no name. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: UnreadableReason
  readonly line: number
  constructor(reason: UnreadableReason, line: number) {
    super(reason)
    this.reason = reason
    this.line = line
  }
}
