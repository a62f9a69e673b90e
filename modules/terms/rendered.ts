import MarkdownIt from 'markdown-it'

const HIGHEST = 3

/** Titles, lists, links, tables, bold: no raw HTML and no image. */
const parser = new MarkdownIt('commonmark', { html: false, linkify: true }).enable(['linkify', 'table']).disable('image')

parser.validateLink = (url) => /^(https?:\/\/|mailto:|\/(?!\/))/i.test(url.trim())

// Titles stand under that of the part of the page that holds them, and none is skipped.
parser.core.ruler.push('levels', ({ tokens }) => {
  const levels = [...new Set(tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag))].toSorted()
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${Math.min(6, HIGHEST + levels.indexOf(token.tag))}`
  }
})

/** Safe HTML of terms written in Markdown. */
export const rendered = (body: string): string => parser.render(body)
