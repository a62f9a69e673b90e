import { Parser } from 'htmlparser2'

const HTML = /<\/?(p|br|strong|b|em|i|u|s|a|ul|ol|li|h[1-6]|blockquote|code|pre|div|span)\b[^>]*>/i
const escaped = (text: string) => text.replaceAll(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`)
const AROUND: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*', s: '~~', code: '`' }
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** The HTML that the national service's editor writes, as Markdown: words, emphasis, links, lists, headings. Other text comes as it is. */
export const toMarkdown = (text: string): string => {
  if (!HTML.test(text)) return text
  let out = ''
  const lists: { ordered: boolean; next: number }[] = []
  const links: string[] = []
  const write = (piece: string) => { out += piece }
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (/^h[1-6]$/.test(name)) write(`\n\n${'#'.repeat(Number(name[1]))} `)
      else if (name === 'ul' || name === 'ol') {
        write(lists.length > 0 ? '' : '\n\n')
        lists.push({ ordered: name === 'ol', next: 1 })
      } else if (name === 'li') {
        const list = lists.at(-1)
        write(`\n${'   '.repeat(Math.max(0, lists.length - 1))}${list?.ordered ? `${list.next++}.` : '-'} `)
      } else if (name === 'br') write('  \n')
      else if (name === 'blockquote') write('\n\n> ')
      else if (name === 'a') {
        links.push(href ?? '')
        write('[')
      } else if (BLOCKS.has(name) && lists.length === 0) write('\n\n')
      write(AROUND[name] ?? '')
    },
    ontext: (piece) => write(escaped(piece.replaceAll(/\s+/g, ' '))),
    onclosetag: (name) => {
      write(AROUND[name] ?? '')
      if (name === 'a') write(`](<${(links.pop() ?? '').replaceAll(/[<>]/g, '')}>)`)
      else if (name === 'ul' || name === 'ol') lists.pop()
      if (BLOCKS.has(name) && lists.length === 0) write('\n\n')
    },
  }, { decodeEntities: true })
  parser.end(text)
  return out.replaceAll(/\n{3,}/g, '\n\n').trim()
}
