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

export interface SettingsChange {
  after: Json | null
  at: string
  before: Json | null
  id: string
  key: string
  person_id: string | null
  reason: string
  undoes: string | null
}

export interface SettingsSetting {
  changed_at: string
  key: string
  value: Json | null
  version: Generated<number>
}

export interface DB {
  'settings.change': SettingsChange
  'settings.setting': SettingsSetting
}
