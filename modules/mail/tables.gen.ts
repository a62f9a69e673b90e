// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface MailMessage {
  address_hash: Buffer | null
  at: string
  error_code: string | null
  id: string
  kind: string
  message_id: string
  person_id: string | null
  state: string
}

export interface MailRefusingAddress {
  address_hash: Buffer
  at: string
  refusals: Generated<number>
  status: string
}

export interface DB {
  'mail.message': MailMessage
  'mail.refusing_address': MailRefusingAddress
}
