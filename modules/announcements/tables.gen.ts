// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface AnnouncementsAnnouncement {
  asks_acknowledgement: boolean
  audience: string
  author_id: string | null
  body: string
  created_at: string
  due_at: string
  ends_at: string | null
  given_to: string | null
  id: string
  is_critical: boolean
  organisation_id: string | null
  person_ids: string[] | null
  reached: Generated<number>
  recalled_at: string | null
  recalled_reason: string | null
  state: Generated<string>
  title: string
  to_group_id: string | null
  to_organisation_id: string | null
  to_role: string | null
  version: Generated<number>
}

export interface AnnouncementsReceipt {
  acknowledged_at: string | null
  announcement_id: string
  at: string
  person_id: string
}

export interface DB {
  'announcements.announcement': AnnouncementsAnnouncement
  'announcements.receipt': AnnouncementsReceipt
}
