// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface MessagingBlock {
  at: string
  blocked_person_id: string
  person_id: string
}

export interface MessagingConversation {
  created_at: string
  created_by: string | null
  group_id: string | null
  id: string
  is_announcements: Generated<boolean>
  kind: string
  last_at: string
  last_seq: Generated<number>
  organisation_id: string | null
  pair_key: string | null
  title: string | null
}

export interface MessagingDraft {
  at: string
  body: string
  conversation_id: string
  person_id: string
}

export interface MessagingMessage {
  answers_id: string | null
  at: string
  author_id: string | null
  body: string
  conversation_id: string
  deleted_at: string | null
  edited_at: string | null
  id: string
  seq: number
}

export interface MessagingParticipant {
  archived_seq: number | null
  conversation_id: string
  joined_at: string
  left_at: string | null
  person_id: string
  read_seq: Generated<number>
}

export interface DB {
  'messaging.block': MessagingBlock
  'messaging.conversation': MessagingConversation
  'messaging.draft': MessagingDraft
  'messaging.message': MessagingMessage
  'messaging.participant': MessagingParticipant
}
