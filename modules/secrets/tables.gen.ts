// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface SecretsDataKey {
  created_at: Generated<string>
  id: string
  organisation_id: string | null
  wrapped: string
}

export interface DB {
  'secrets.data_key': SecretsDataKey
}
