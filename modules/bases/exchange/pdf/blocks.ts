import { Parser } from 'htmlparser2'

/** A stretch of words of one kind. */
export interface Run { text: string; bold: boolean; code: boolean; href?: string }
export interface Block {
  kind: 'paragraph' | 'heading' | 'item' | 'code' | 'quote' | 'row'; level: number; label: string; runs: Run[]
  /** Of a row of a table: its cells, and whether they head their columns. */
  cells?: Run[][]; heads?: boolean
}

interface List { ordered: boolean; next: number }
const STARTS = new Set(['p', 'li', 'pre', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** What a text of the commons holds (`renderMarkdown`), block by block: paragraphs, headings, items of lists with what marks them, rows. */
export const blocksOf = (html: string): Block[] => {
  const blocks: Block[] = []
  const lists: List[] = []
  const open = { bold: 0, code: 0, quotes: 0, hrefs: [] as string[], block: undefined as Block | undefined,
    cell: undefined as Run[] | undefined }
  const begin = (block: Omit<Block, 'runs'>) => {
    open.block = { ...block, runs: [] }
    blocks.push(open.block)
  }
  const plain = () => open.quotes > 0 ? 'quote' as const : 'paragraph' as const
  const add = (text: string) => {
    if (!open.block && text.trim() === '') return
    const run = { text, bold: open.bold > 0, code: open.code > 0, href: open.hrefs.at(-1) }
    if (open.cell) { open.cell.push(run); return }
    // Between the cells of a row there is but white space.
    if (open.block?.kind === 'row') return
    if (!open.block) begin({ kind: plain(), level: lists.length, label: '' })
    open.block!.runs.push(run)
  }
  const beginItem = () => {
    const list = lists.at(-1)
    begin({ kind: 'item', level: lists.length, label: list?.ordered ? `${list.next++}.` : '•' })
  }
  const beginCell = (heads: boolean) => {
    open.cell = []
    open.block!.cells!.push(open.cell)
    open.block!.heads ||= heads
  }
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', next: 1 })
      else if (name === 'li') beginItem()
      else if (name === 'blockquote') open.quotes++
      else if (name === 'pre') begin({ kind: 'code', level: lists.length, label: '' })
      else if (name === 'tr') begin({ kind: 'row', level: 0, label: '', cells: [], heads: false })
      else if ((name === 'td' || name === 'th') && open.block?.cells) beginCell(name === 'th')
      else if (/^h\d$/.test(name)) begin({ kind: 'heading', level: Number(name[1]), label: '' })
      // A paragraph of an item goes on with it.
      else if (STARTS.has(name) && (open.block?.kind !== 'item' || open.block.runs.length > 0)) begin({ kind: plain(),
        level: lists.length, label: '' })
      else if (name === 'br') add('\n')
      else if (name === 'strong') open.bold++
      else if (name === 'code') open.code++
      else if (name === 'a') open.hrefs.push(href ?? '')
    },
    ontext: (text) => add(open.code > 0 ? text : text.replaceAll(/\s+/g,
      (space) => space.includes('\u00A0') || space.includes('\u202F') ? space : ' ')),
    onclosetag: (name) => {
      if (name === 'ul' || name === 'ol') lists.pop()
      else if (name === 'strong') open.bold--
      else if (name === 'blockquote') open.quotes--
      else if (name === 'td' || name === 'th') open.cell = undefined
      else if (name === 'code') open.code--
      else if (name === 'a') open.hrefs.pop()
      if (STARTS.has(name)) open.block = undefined
    },
  })
  parser.end(html)
  return blocks.filter(({ runs, cells }) => cells !== undefined || runs.some(({ text }) => text.trim() !== ''))
}
