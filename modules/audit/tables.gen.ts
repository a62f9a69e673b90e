// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[]

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
  salt: Generated<string | null>
  table_name: string
  xid: Generated<number>
}

export interface AuditEntry {
  about: string | null
  acting_for: string | null
  address: string | null
  at: string
  client: string | null
  code: string | null
  id: string
  operation: string
  outcome: string
  parameters: Json | null
  person_id: string | null
  request: string
  salt: string | null
  target: string | null
  xid: Generated<number>
}

export interface AuditSeal {
  at: string
  change_id: number
  change_xid: number
  changes: ArrayType<number>
  entries: string[]
  entry_id: string
  entry_xid: number
  forgotten_at: string | null
  hash: Buffer
  leaves: Buffer
  previous: Buffer
  salt: string | null
  sequence: number
}

export interface DB {
  'audit.change': AuditChange
  'audit.entry': AuditEntry
  'audit.seal': AuditSeal
}
