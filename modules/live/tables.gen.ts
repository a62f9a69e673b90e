// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface LiveAcknowledgement {
  at: string
  device_id: string
  person_id: string
  seq: number
}

export interface LiveAgreement {
  agreed_at: string
  person_id: string
}

export interface LiveEntry {
  asks: boolean
  at: string
  expires_at: string | null
  id: string
  operation: string
  person_id: string
  priority: string
  seq: number
  subject_id: string | null
  subject_kind: string | null
  topic: string
  type: string
  version: number | null
  xid: Generated<string>
}

export interface LivePresence {
  expires_at: string
  hub_id: string
  person_id: string
}

export interface LiveStream {
  last_seq: number
  person_id: string
}

export interface DB {
  'live.acknowledgement': LiveAcknowledgement
  'live.agreement': LiveAgreement
  'live.entry': LiveEntry
  'live.presence': LivePresence
  'live.stream': LiveStream
}
