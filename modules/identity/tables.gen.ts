// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface IdentityAccount {
  created_at: string
  id: string
  kind: string
  last_seen_at: string | null
  person_id: string
  state: Generated<string>
}

export interface IdentityAddress {
  email: string
  id: string
  is_primary: Generated<boolean>
  person_id: string
  verified_at: string | null
}

export interface IdentityCard {
  id: string | null
  is_erased: boolean | null
  is_public: boolean | null
  name: string | null
  portrait_file_id: string | null
  title: string | null
}

export interface IdentityExternalIdentifier {
  id: string
  issuer: string
  kind: string
  person_id: string
  valid_from: string
  valid_to: string | null
  value: string
}

export interface IdentityGrant {
  id: string | null
  person_id: string | null
  role: string | null
  scope: string | null
}

export interface IdentityPerson {
  about: string | null
  created_at: string
  department: string | null
  erased_at: string | null
  first_name: string | null
  id: string
  is_public: Generated<boolean>
  last_name: string | null
  location: string | null
  merged_into: string | null
  portrait_file_id: string | null
  time_zone: Generated<string>
  title: string | null
  version: Generated<number>
}

export interface IdentityPlatformRole {
  person_id: string
  role: string
}

export interface IdentitySession {
  browser: string | null
  expires_at: string
  id: string
  last_seen_at: string
  method: string
  person_id: string
  signed_in_at: string
  token_hash: Buffer
}

export interface IdentitySignInLimit {
  count: number
  key: Buffer
  window_start: string
}

export interface IdentitySignInLink {
  created_at: string
  email: string
  expires_at: string
  id: string
  purpose: string
  return_to: string
  used_at: string | null
}

export interface IdentitySignInToken {
  link_id: string
  token_hash: Buffer
}

export interface DB {
  'identity.account': IdentityAccount
  'identity.address': IdentityAddress
  'identity.card': IdentityCard
  'identity.external_identifier': IdentityExternalIdentifier
  'identity.grant': IdentityGrant
  'identity.person': IdentityPerson
  'identity.platform_role': IdentityPlatformRole
  'identity.session': IdentitySession
  'identity.sign_in_limit': IdentitySignInLimit
  'identity.sign_in_link': IdentitySignInLink
  'identity.sign_in_token': IdentitySignInToken
}
