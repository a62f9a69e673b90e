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

export interface AuditChange {
  action: string
  after: Json | null
  at: string
  before: Json | null
  entry_id: string | null
  id: Generated<number>
  row_id: string | null
  table_name: string
}

export interface AuditEntry {
  acting_for: string | null
  at: string
  code: string | null
  id: string
  operation: string
  outcome: string
  person_id: string | null
  request: string
  target: string | null
}

export interface AuditParameters {
  address: string | null
  entry_id: string
  parameters: Json
}

export interface DB {
  'audit.change': AuditChange
  'audit.entry': AuditEntry
  'audit.parameters': AuditParameters
}
