import { Parser } from 'htmlparser2'

/** A stretch of words of one kind. */
export interface Run { text: string; bold: boolean; code: boolean; href?: string }
export interface Block { kind: 'paragraph' | 'heading' | 'item'; level: number; label: string; runs: Run[] }

interface List { ordered: boolean; next: number }
const STARTS = new Set(['p', 'li', 'pre', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** What a text of the commons holds (`renderMarkdown`), block by block: paragraphs, headings, items of lists with what marks them. */
export const blocksOf = (html: string): Block[] => {
  const blocks: Block[] = []
  const lists: List[] = []
  const open = { bold: 0, code: 0, hrefs: [] as string[], block: undefined as Block | undefined }
  const begin = (block: Omit<Block, 'runs'>) => {
    open.block = { ...block, runs: [] }
    blocks.push(open.block)
  }
  const add = (text: string) => {
    if (!open.block && text.trim() === '') return
    if (!open.block) begin({ kind: 'paragraph', level: lists.length, label: '' })
    open.block!.runs.push({ text, bold: open.bold > 0, code: open.code > 0, href: open.hrefs.at(-1) })
  }
  const beginItem = () => {
    const list = lists.at(-1)
    begin({ kind: 'item', level: lists.length, label: list?.ordered ? `${list.next++}.` : '•' })
  }
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', next: 1 })
      else if (name === 'li') beginItem()
      else if (/^h\d$/.test(name)) begin({ kind: 'heading', level: Number(name[1]), label: '' })
      // A paragraph of an item goes on with it.
      else if (STARTS.has(name) && (open.block?.kind !== 'item' || open.block.runs.length > 0)) begin({ kind: 'paragraph',
        level: lists.length, label: '' })
      else if (name === 'br') add('\n')
      else if (name === 'strong' || name === 'th') open.bold++
      else if (name === 'code') open.code++
      else if (name === 'a') open.hrefs.push(href ?? '')
    },
    ontext: (text) => add(open.code > 0 ? text : text.replaceAll(/\s+/g,
      (space) => space.includes('\u00A0') || space.includes('\u202F') ? space : ' ')),
    onclosetag: (name) => {
      if (name === 'ul' || name === 'ol') lists.pop()
      else if (name === 'strong' || name === 'th') open.bold--
      else if (name === 'code') open.code--
      else if (name === 'a') open.hrefs.pop()
      if (name === 'td' || name === 'th') add(' ')
      if (STARTS.has(name)) open.block = undefined
    },
  })
  parser.end(html)
  return blocks.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''))
}
