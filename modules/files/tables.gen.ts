// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface FilesCard {
  height: number | null
  id: string | null
  mime: string | null
  name: string | null
  size: number | null
  width: number | null
}

export interface FilesFile {
  changed_at: string
  checksum: string | null
  created_at: string
  height: number | null
  id: string
  mime: string | null
  name: string
  purpose: string
  reference_count: Generated<number>
  refusal: string | null
  size: number
  state: string
  unreferenced_since: Generated<string>
  uploaded_by: string | null
  width: number | null
  widths: Generated<number[]>
}

export interface FilesReference {
  file_id: string
  holder: string
  principals: string[]
}

export interface DB {
  'files.card': FilesCard
  'files.file': FilesFile
  'files.reference': FilesReference
}
