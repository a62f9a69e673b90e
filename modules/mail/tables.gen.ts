// Written by `npm run db:types` from the tables of this module: do not edit.
export interface MailMessage {
  at: string
  error_code: string | null
  id: string
  kind: string
  message_id: string
  person_id: string | null
  state: string
}

export interface DB {
  'mail.message': MailMessage
}
