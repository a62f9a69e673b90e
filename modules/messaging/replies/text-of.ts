import { Parser } from 'htmlparser2'

const BLOCKS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'table', 'tr', 'h1', 'h2', 'h3', 'h4', 'hr', 'pre'])
/** What nobody reads, and what is quoted. */
const SILENT = new Set(['head', 'style', 'script', 'title', 'blockquote'])

/** The words of a mail that has no text, a line a block, without what it quotes. */
export const textOf = (html: string): string => {
  let [text, silent] = ['', 0]
  const parser = new Parser({
    onopentag: (name) => {
      if (SILENT.has(name)) silent += 1
      else if (BLOCKS.has(name)) text += '\n'
    },
    ontext: (words) => { if (silent === 0) text += words.replace(/[ \t\r\n]+/g, ' ') },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent -= 1
      else if (BLOCKS.has(name) && name !== 'br') text += '\n'
    },
  })
  parser.write(html)
  parser.end()
  return text.split('\n').map((line) => line.trim()).join('\n').replace(/\n{3,}/g, '\n\n').trim()
}
