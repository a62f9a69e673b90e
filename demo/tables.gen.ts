// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface DemoSeeding {
  begun_at: string
  done_at: string | null
  one: Generated<boolean>
}

export interface DB {
  'demo.seeding': DemoSeeding
}
