// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface PrivacyArchive {
  asked_at: string
  ends_at: string | null
  id: string
  person_id: string
  ready_at: string | null
  secret: string | null
  size: number | null
  state: Generated<string>
}

export interface PrivacyDeclaredTables {
  position: number | null
  table_name: string | null
}

export interface PrivacyDeletion {
  asked_at: string
  due_at: string
  ended_at: string | null
  id: string
  person_id: string | null
  reason: string
  reminded_at: string | null
  state: Generated<string>
}

export interface PrivacyStatement {
  becomes: string | null
  kind: string
  position: number
  table_name: string
  text: string
}

export interface PrivacyWarning {
  at: string
  last_visit: string
  person_id: string
  step: number
}

export interface DB {
  'privacy.archive': PrivacyArchive
  'privacy.declared_tables': PrivacyDeclaredTables
  'privacy.deletion': PrivacyDeletion
  'privacy.statement': PrivacyStatement
  'privacy.warning': PrivacyWarning
}
