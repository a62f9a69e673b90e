import { sql } from 'kysely'
import { principalsOf, type Actor } from '#kernel/operation/actor.ts'
import { meant, type Unknown } from './mistakes.ts'
import type { Context } from './policy.ts'
import { clean, rewrite, typed } from './words.ts'

export type Sort = 'relevance' | 'recent' | 'oldest' | 'views' | 'saves' | 'recommendations' | 'a-z' | 'z-a'

export interface Question {
  kinds: string[]
  /** Read up to 200 characters and 20 different words, all of which a result has; without a word it is a list. */
  text?: string
  /** Within one facet values are OR-ed, between facets AND-ed; a facet without a value filters nothing. */
  facets?: Record<string, string[]>
  /** Those that have one of these values come first, in the same order among themselves; then the others. */
  first?: { facet: string; values: string[] }
  /** `relevance` without words is `recent`. */
  sort: Sort
  /** From 1; pages end where 10,000 results end. */
  page: number
  /** 100 at most. */
  perPage: number
}

export interface Found {
  ids: { kind: string; id: string }[]
  /** Exact up to 10,000. */
  total: number
  /** There are more than 10,000, which `total` then says. */
  totalIsAtLeast: boolean
  pages: number
  /** How many results have each value, by facet; the hundred most frequent values of each, those first. */
  facets: Record<string, [value: string, many: number][]>
  /** False above 4,000 results of words or filters: `facets` then counts 2,000 of them (the newest, when there is no text); show no number. */
  facetsAreExact: boolean
  /** The text that was searched instead, when a word was unknown. */
  corrected?: string
}

/** Most results that are counted and paged through, of one page, and all counted by facet (as in 0008-sample.sql). */
const MOST = 10_000
const MOST_A_PAGE = 100
const MOST_COUNTED = 4_000

/** The function that answers a question, and what it takes, in its order. A list that nothing narrows is counted beforehand (0007-tally.sql). */
export const functionFor = (actor: Actor, question: Question, words: string[], { first, size } = windowOf(question)): { name: 'find' | 'list'; parameters: unknown[] } => {
  const [principals, kinds, order] = [principalsOf(actor), question.kinds.map(clean), [question.sort, first, size]]
  const filters = Object.entries(question.facets ?? {}).filter(([, values]) => values.length > 0).map(([facet, values]) => [clean(facet), values.map(clean)])
  return words.length === 0 && filters.length === 0
    ? { name: 'list', parameters: [principals, kinds, ...order] }
    : { name: 'find', parameters: [principals, kinds, words, JSON.stringify(Object.fromEntries(filters)), ...order] }
}

const windowOf = ({ page, perPage }: Question) => {
  const size = Math.min(Math.max(Math.trunc(perPage) || 1, 1), MOST_A_PAGE)
  const first = (Math.max(Math.trunc(page) || 1, 1) - 1) * size
  return { first: Math.min(first, MOST), size: Math.max(0, Math.min(size, MOST - first)) }
}

interface Row { total: number; ids: [string, string][] | null; facets: [string, number][] | null; counted?: boolean }

const ask = async ({ db, actor }: Context, question: Question, words: string[], window = windowOf(question)): Promise<Row> => {
  const { name, parameters } = functionFor(actor, question, words, window)
  const { rows: [row] } = await sql<Row>`select * from ${sql.table(`search.${name}`)}(${sql.join(parameters)})`.execute(db)
  return { ...row!, counted: name === 'list' }
}

/** Counts of tokens, `theme=rights`, by facet. Pairs, since an object of a hundred values is slow to make. */
const byFacet = (counts: [string, number][]): Found['facets'] => {
  const facets = Map.groupBy(counts.toSorted(([, one], [, other]) => other - one), ([token]) => token.slice(0, token.indexOf('=')))
  return Object.fromEntries([...facets].map(([name, its]) => [name, its.map(([token, many]) => [token.slice(name.length + 1), many])]))
}

const answerOf = ({ total, ids, facets, counted = false }: Row, question: Question): Found => ({
  ids: (ids ?? []).map(([kind, id]) => ({ kind, id })), total: Math.min(total, MOST), totalIsAtLeast: total > MOST,
  pages: Math.ceil(Math.min(total, MOST) / windowOf({ ...question, page: 1 }).size),
  facets: byFacet(facets ?? []), facetsAreExact: counted || total <= MOST_COUNTED,
})

/**
 * Those preferred, then the others: two searches whose results, counts and pages are put end to end. Pages end where 10,000 of the
 * preferred do, then where 10,000 of the others do.
 */
const askInTurn = async (context: Context, question: Question, words: string[]): Promise<Row> => {
  const { first, ...rest } = question
  if (!first || first.values.length === 0) return ask(context, question, words)
  const having = (sign: '+' | '!') => ({ ...rest, facets: { ...rest.facets, [`${sign}${first.facet}`]: first.values } })
  const { first: begin, size } = windowOf(question)
  const preferred = await ask(context, having('+'), words)
  const many = Math.min(preferred.total, MOST)
  const after = { first: Math.max(0, begin - many), size: Math.max(0, Math.min(size, begin + size - many)) }
  const others = await ask(context, having('!'), words, after)
  const counts = new Map(preferred.facets)
  for (const [token, more] of others.facets ?? []) counts.set(token, (counts.get(token) ?? 0) + more)
  return { total: preferred.total + others.total, ids: [...preferred.ids ?? [], ...others.ids ?? []], facets: [...counts] }
}

/** What was probably meant, when words that no visible document has explain why nothing was found. */
const mend = async ({ db, actor }: Context, { kinds, text = '' }: Question, words: string[]) => {
  const { rows } = await sql<Unknown>`select * from search.closest(${principalsOf(actor)}, ${kinds.map(clean)}, ${words})`.execute(db)
  if (rows.length === 0) return undefined
  const others = new Map<string, { word: string; written?: string }>()
  for (const unknown of rows) {
    // The last word may only be begun: then what it begins is searched, and nothing was wrong.
    const begun = unknown.word === words.at(-1) && unknown.begun.length > 0
    const other = begun ? { word: unknown.begun.join(' ') } : meant(unknown)
    if (!other) return undefined
    others.set(unknown.word, other)
  }
  return {
    words: words.map((word) => others.get(word)?.word ?? word),
    ...[...others.values()].some(({ written }) => written) ? { corrected: rewrite(text, (word) => others.get(word)?.written) } : {},
  }
}

/**
 * Finds what the actor may see, in the transaction or connection of the context: what it wrote is already found. Nothing found because
 * of unknown words: the closest known ones are searched instead, and `corrected` says so.
 */
export const find = async (context: Context, question: Question): Promise<Found> => {
  const words = typed(question.text ?? '').map(({ word }) => word)
  const row = await askInTurn(context, question, words)
  const mended = row.total === 0 && words.length > 0 ? await mend(context, question, words) : undefined
  if (!mended) return answerOf(row, question)
  const { words: others, ...corrected } = mended
  const again = await askInTurn(context, question, others)
  return again.total === 0 ? answerOf(row, question) : { ...answerOf(again, question), ...corrected }
}
