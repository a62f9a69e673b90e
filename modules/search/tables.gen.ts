// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface SearchCounter {
  number: number
  saves: number
  views: number
}

export interface SearchDocument {
  facets: number[]
  id: string
  kind: string
  number: Generated<number>
  padding: Generated<string>
  principals: string[]
  published_at: string
  saves: number
  title: string
  title_text: string
  title_words: string
  views: number
  words: string
}

export interface SearchFacet {
  number: Generated<number>
  token: string
}

export interface SearchLexicon {
  word: string
  written: string
}

export interface DB {
  'search.counter': SearchCounter
  'search.document': SearchDocument
  'search.facet': SearchFacet
  'search.lexicon': SearchLexicon
}
