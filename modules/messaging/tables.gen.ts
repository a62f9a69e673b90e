// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface MessagingAttachment {
  alt: Generated<string>
  conversation_id: string | null
  file_id: string
  held_id: string | null
  id: string
  message_id: string | null
  person_id: string
  position: number
  principals: string[]
}

export interface MessagingBlock {
  at: string
  blocked_person_id: string
  person_id: string
}

export interface MessagingComplaint {
  at: string
  person_id: string
  subject_id: string
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

export interface MessagingFiling {
  conversation_id: string
  folder_id: string
  person_id: string
}

export interface MessagingFolder {
  created_at: string
  id: string
  name: string
  person_id: string
}

export interface MessagingHappening {
  after_seq: number
  at: string
  by_person_id: string | null
  conversation_id: string
  id: string
  kind: string
  person_id: string | null
  title: string | null
}

export interface MessagingHeldMessage {
  answers_id: string | null
  at: string
  body: string
  conversation_id: string | null
  held_for: string
  id: string
  is_apart: Generated<boolean>
  person_id: string
  refusal: string | null
  state: Generated<string>
  suspicion_id: string | null
  title: string | null
}

export interface MessagingHeldRecipient {
  held_id: string
  person_id: string
}

export interface MessagingMention {
  length: number
  message_id: string
  person_id: string
  starts: number
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
  thread_id: string | null
}

export interface MessagingMessageWords {
  conversation_id: string
  message_id: string
  words: string
}

export interface MessagingParticipant {
  archived_seq: number | null
  conversation_id: string
  joined_at: string
  joined_seq: Generated<number>
  left_at: string | null
  person_id: string
  read_seq: Generated<number>
}

export interface MessagingPreference {
  at: string
  person_id: string
  shows_reading: boolean
}

export interface MessagingReaction {
  at: string
  code: string
  message_id: string
  person_id: string
}

export interface MessagingReceivedMail {
  at: string
  is_from_elsewhere: boolean
  mail_hash: Buffer
  person_id: string
}

export interface MessagingReplyAddress {
  conversation_id: string
  expires_at: string
  person_id: string
  token_hash: Buffer
}

export interface MessagingScheduled {
  answers_id: string | null
  body: string
  conversation_id: string
  created_at: string
  due_at: string
  id: string
  person_id: string
}

export interface MessagingSuspicion {
  at: string
  decided_at: string | null
  id: string
  outcome: string | null
  person_id: string
  signal: string
}

export interface DB {
  'messaging.attachment': MessagingAttachment
  'messaging.block': MessagingBlock
  'messaging.complaint': MessagingComplaint
  'messaging.conversation': MessagingConversation
  'messaging.draft': MessagingDraft
  'messaging.filing': MessagingFiling
  'messaging.folder': MessagingFolder
  'messaging.happening': MessagingHappening
  'messaging.held_message': MessagingHeldMessage
  'messaging.held_recipient': MessagingHeldRecipient
  'messaging.mention': MessagingMention
  'messaging.message': MessagingMessage
  'messaging.message_words': MessagingMessageWords
  'messaging.participant': MessagingParticipant
  'messaging.preference': MessagingPreference
  'messaging.reaction': MessagingReaction
  'messaging.received_mail': MessagingReceivedMail
  'messaging.reply_address': MessagingReplyAddress
  'messaging.scheduled': MessagingScheduled
  'messaging.suspicion': MessagingSuspicion
}
