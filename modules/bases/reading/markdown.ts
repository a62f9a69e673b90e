import MarkdownIt from 'markdown-it'
import { spaced } from '../typography.ts'

/** Headings of a text stand under the page's title and under section titles: its highest is this one, and none is skipped. */
const HIGHEST = 3
const LOWEST = 6

const parser = new MarkdownIt('commonmark', { html: false, linkify: true, typographer: false })
  .enable(['linkify', 'table', 'strikethrough'])
  // A text holds no image: an image is a content of its own, with its alternative, kept by us.
  .disable('image')

// Web and mail addresses only; relative ones would lead to wherever the text is shown.
parser.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim())

parser.core.ruler.push('page', ({ tokens }) => {
  const levels = [...new Set(tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag))].toSorted()
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${Math.min(LOWEST, HIGHEST + levels.indexOf(token.tag))}`
    for (const inline of token.children ?? []) {
      if (inline.type === 'text') inline.content = spaced(inline.content)
      if (inline.type === 'link_open') inline.attrSet('rel', 'nofollow noopener')
    }
  }
})

const MOST_RENDERED = 1000
/** The last texts that were rendered: the same text always gives the same HTML, and one is read far more often than it is written. */
const rendered = new Map<string, string>()

/** Safe HTML of a Markdown text: no raw HTML, no image, only web and mail links. */
export const renderMarkdown = (source: string): string => {
  const html = rendered.get(source) ?? parser.render(source)
  rendered.delete(source)
  rendered.set(source, html)
  if (rendered.size > MOST_RENDERED) rendered.delete(rendered.keys().next().value!)
  return html
}

/** The words of a Markdown text, for search and for excerpts. */
export const plainText = (source: string): string => parser.parse(source, {})
  .flatMap((token) => token.type === 'inline' ? token.children ?? [] : token)
  .map((token) => ['text', 'code_inline', 'code_block', 'fence'].includes(token.type) ? token.content : ' ')
  .join('').replaceAll(/\s+/g, ' ').trim()

/** The beginning of a text, cut between two words. @param most length, the ellipsis included. */
export const excerptOf = (source: string, most = 200): string => {
  const text = plainText(source)
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`
}
