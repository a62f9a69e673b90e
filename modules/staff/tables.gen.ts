// Written by `npm run db:types` from the tables of this module: do not edit.
export interface StaffAttempt {
  at: string
  id: string
  kind: string
  person_id: string
  session_id: string
  succeeded: boolean
}

export interface StaffChallenge {
  challenge: string
  expires_at: string
  purpose: string
  session_id: string
}

export interface StaffFactor {
  counter: number | null
  created_at: string
  credential_id: string | null
  id: string
  kind: string
  last_step: number | null
  last_used_at: string | null
  name: string
  person_id: string
  public_key: Buffer | null
  secret: Buffer | null
  transports: string[] | null
}

export interface StaffRecoveryCode {
  code_hash: Buffer
  created_at: string
  id: string
  person_id: string
  used_at: string | null
}

export interface StaffSession {
  browser: string | null
  expires_at: string
  factor: string | null
  id: string
  last_seen_at: string
  method: string
  person_id: string
  proved_at: string | null
  signed_in_at: string
  token_hash: Buffer
}

export interface StaffSignInLimit {
  count: number
  key: Buffer
  window_start: string
}

export interface StaffSignInLink {
  created_at: string
  email: string
  expires_at: string
  id: string
  return_to: string
  used_at: string | null
}

export interface StaffSignInToken {
  link_id: string
  token_hash: Buffer
}

export interface DB {
  'staff.attempt': StaffAttempt
  'staff.challenge': StaffChallenge
  'staff.factor': StaffFactor
  'staff.recovery_code': StaffRecoveryCode
  'staff.session': StaffSession
  'staff.sign_in_limit': StaffSignInLimit
  'staff.sign_in_link': StaffSignInLink
  'staff.sign_in_token': StaffSignInToken
}
