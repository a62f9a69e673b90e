// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export interface SearchActivity {
  day: string | null
  empty: number | null
  kind: string | null
  milliseconds: number | null
  searches: number | null
}

export interface SearchAsked {
  at: string
  filters: Json
  id: string
  kind: string
  milliseconds: number
  person_id: string | null
  total: number
  words: string
}

export interface SearchConsent {
  agreed_at: string
  person_id: string
}

export interface SearchCounter {
  number: number
  recommendations: Generated<number>
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
  recommendations: Generated<number>
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

export interface SearchSpeed {
  kind: string | null
  p50: number | null
  p99: number | null
}

export interface SearchTally {
  kind: string
  many: number
  number: number
}

export interface SearchTallyChange {
  kind: string
  many: number
  numbers: number[]
}

export interface DB {
  'search.activity': SearchActivity
  'search.asked': SearchAsked
  'search.consent': SearchConsent
  'search.counter': SearchCounter
  'search.document': SearchDocument
  'search.facet': SearchFacet
  'search.lexicon': SearchLexicon
  'search.speed': SearchSpeed
  'search.tally': SearchTally
  'search.tally_change': SearchTallyChange
}
