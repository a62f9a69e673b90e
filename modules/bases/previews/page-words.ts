import { parseDocument, DomUtils } from 'htmlparser2'
import type { Fetched } from '#modules/outside/api.ts'

/** What a page says of itself, as plain text. */
export interface PageWords { title: string | null, description: string | null, site: string | null, image: string | null }

/** The same lengths as the table. */
const MOST = { title: 200, description: 400, site: 100 }

/** By the header, else by the page itself (HTML Living Standard, determining the character encoding), else UTF-8. */
const textOf = ({ bytes, charset }: Fetched): string => {
  const said = charset ?? /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(said).decode(bytes)
  } catch {
    // An encoding that nobody knows.
    return new TextDecoder().decode(bytes)
  }
}

const clean = (text: string | undefined, most: number): string | null => {
  const one = (text ?? '').toWellFormed().replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return one.length > most ? `${one.slice(0, most - 1).toWellFormed().trimEnd()}…` : one || null
}

/** Title, description, site and picture by Open Graph (ogp.me), else by the page's own title and description. */
export const wordsOf = (page: Fetched): PageWords => {
  const document = parseDocument(textOf(page))
  const metas = new Map(DomUtils.getElementsByTagName('meta', document).toReversed().flatMap(({ attribs }) => {
    const name = (attribs['property'] ?? attribs['name'] ?? '').toLowerCase()
    return name && attribs['content']?.trim() ? [[name, attribs['content']] as const] : []
  }))
  const [title] = DomUtils.getElementsByTagName('title', document, true, 1)
  const first = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean)
  const image = first('og:image:secure_url', 'og:image', 'twitter:image')
  return {
    title: clean(first('og:title', 'twitter:title') ?? (title && DomUtils.textContent(title)), MOST.title),
    description: clean(first('og:description', 'twitter:description', 'description'), MOST.description),
    site: clean(first('og:site_name'), MOST.site),
    image: image ? URL.parse(image.trim(), page.url)?.href ?? null : null,
  }
}
