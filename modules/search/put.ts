import { sql } from 'kysely'
import type { Context } from './policy.ts'
import { clean, folded, lexicon, titled } from './words.ts'

/** A text that may be found: what is searched, by whom, and how it is filtered and sorted. */
export interface Document {
  /** What it is, for the module that owns it: `resource`, `base`… With `id` it names the document. */
  kind: string
  id: string
  /** Who may find it: `public`, `person:<id>`, `base:<id>`… One key in common with the actor's is enough; none hides it from all. */
  principals: string[]
  /** Plain text. In the ranking the title weighs most, then the summary and the keywords, then the body. */
  /** Kept up to 300 characters, to sort and to suggest. */
  title: string
  summary: string
  body: string
  keywords?: string[]
  /** Values by facet: `{ theme: ['rights'], base: ['<id>'] }`. */
  facets: Record<string, string[]>
  /** ISO instant. */
  publishedAt: string
  /** Counters for the sorts `views` and `saves`; others are ignored, those left out are 0. */
  counts: Record<string, number>
}

/** What the database keeps of a document, in the order of the parameters of `search.put`. */
export const rowOf = (document: Document) => {
  const { kind, id, principals, title, summary, body, keywords = [], facets, publishedAt, counts } = document
  const words = lexicon([title, summary, ...keywords, body].join(' '))
  return {
    kind, id, principals, title: titled(title),
    title_text: folded(titled(title)), summary_text: folded([summary, ...keywords].join(' ')), body_text: folded(body),
    facets: tokensOf(facets), published_at: publishedAt, views: counts['views'] ?? 0, saves: counts['saves'] ?? 0,
    words: words.map(({ word }) => word), written: words.map(({ written }) => written),
  }
}

/** `theme=rights`: the first `=` ends the name of the facet, so a name has none; `kind` is ours, as the signs that filters begin with. */
const tokensOf = (facets: Record<string, string[]>): string[] => Object.entries(facets).flatMap(([facet, values]) => {
  if (facet === 'kind' || /^[+!]|=/.test(facet)) throw new Error(`A facet cannot be named ${facet}`)
  return [...new Set(values)].map((value) => `${facet}=${clean(value)}`)
})

/**
 * Puts a document, or replaces it, in the transaction of what it protects: a change of text or of visibility is effective with its
 * commit, undone with its rollback. @throws the database's error when `publishedAt` is no instant.
 */
export const put = async ({ db }: Context, document: Document): Promise<void> => {
  const row = rowOf(document)
  await sql`select search.put(${sql.join(Object.values(row))})`.execute(db)
}
