import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export interface FilesFile {
  id: string
  state: string
  purpose: string
  name: string
  mime: string | null
  size: number
  width: number | null
  height: number | null
  widths: Generated<number[]>
  checksum: string | null
  refusal: string | null
  uploaded_by: string | null
  reference_count: Generated<number>
  unreferenced_since: Generated<string>
  created_at: string
  changed_at: string
}

export interface FilesReference {
  holder: string
  file_id: string
  principals: string[]
}

export interface FilesCard {
  id: string
  name: string
  mime: string
  size: number
  width: number | null
  height: number | null
}

export interface DB {
  'files.card': FilesCard
  'files.file': FilesFile
  'files.reference': FilesReference
}
