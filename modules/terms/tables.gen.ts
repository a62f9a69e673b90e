// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface TermsAcceptance {
  at: string
  id: string
  number: number
  person_id: string
}

export interface TermsVersion {
  applies_from: string
  body: string
  changes: string
  id: string
  number: number | null
  published_at: string | null
  saved_at: string
  version: Generated<number>
}

export interface DB {
  'terms.acceptance': TermsAcceptance
  'terms.version': TermsVersion
}
