// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export interface IdentityAccount {
  created_at: string
  id: string
  kind: string
  last_seen_at: string | null
  person_id: string
  state: Generated<string>
  terms_version: number | null
  typist_key: Generated<string>
}

export interface IdentityAddress {
  email: string
  id: string
  invited_at: string | null
  is_primary: Generated<boolean>
  person_id: string
  verified_at: string | null
}

export interface IdentityArrival {
  day: string | null
  name: string | null
  value: number | null
}

export interface IdentityAuthorizationRequest {
  browser_hash: Buffer
  code_verifier: string | null
  created_at: string
  expires_at: string
  id: string
  id_token: string | null
  nonce: string | null
  person_id: string | null
  provider: string
  purpose: string
  return_to: string
  state_hash: Buffer
}

export interface IdentityCard {
  id: string | null
  is_erased: boolean | null
  is_public: boolean | null
  name: string | null
  portrait_file_id: string | null
  title: string | null
}

export interface IdentityEmailReconciliation {
  created_at: string
  expected_new_email: string
  id: string
  old_email: string
  settled_at: string | null
}

export interface IdentityErasure {
  by_person_id: string | null
  done_at: string | null
  id: string
  ordered_at: string
  person_id: string
  reason: string
}

export interface IdentityExternalIdentifier {
  id: string
  issuer: string
  kind: string
  label: string | null
  last_used_at: string | null
  person_id: string
  provider: string | null
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

export interface IdentityImpersonation {
  accepted_at: string | null
  asked_at: string
  by_person_id: string | null
  ended_at: string | null
  expires_at: string
  id: string
  person_id: string | null
  reason: string
  refused_at: string | null
  token_hash: Buffer | null
  token_until: string | null
}

export interface IdentityMerge {
  absorbed_id: string
  asked_at: string
  by_person_id: string | null
  confirmed_at: string | null
  done_at: string | null
  id: string
  kept_id: string
  preview: Json | null
  previewed_at: string | null
  version: Generated<number>
}

export interface IdentityPasskey {
  counter: number
  created_at: string
  credential_id: string
  id: string
  is_backed_up: boolean
  last_used_at: string | null
  name: string
  person_id: string
  public_key: Buffer
  transports: Generated<string[]>
}

export interface IdentityPasskeyChallenge {
  browser_hash: Buffer | null
  challenge_hash: Buffer
  expires_at: string
  person_id: string | null
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

export interface IdentityProposal {
  acr: string | null
  amr: Generated<string[]>
  created_at: string
  email: string | null
  email_proved: boolean
  expires_at: string
  first_name: string | null
  id: string
  id_token: string | null
  issuer: string
  last_name: string | null
  person_id: string | null
  provider: string
  return_to: string
  settled_at: string | null
  subject: string
  ticket_hash: Buffer
}

export interface IdentitySession {
  acr: string | null
  amr: Generated<string[]>
  browser: string | null
  by_person_id: string | null
  expires_at: string
  id: string
  id_token: string | null
  impersonation_id: string | null
  last_seen_at: string
  method: string
  person_id: string
  proved_at: string | null
  provider: string | null
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
  person_id: string | null
  purpose: string
  return_to: string
  used_at: string | null
}

export interface IdentitySignInToken {
  link_id: string
  token_hash: Buffer
}

export interface IdentitySuspension {
  at: string
  by_person_id: string | null
  id: string
  lift_reason: string | null
  lifted_at: string | null
  lifted_by_person_id: string | null
  person_id: string | null
  reason: string
}

export interface IdentityTally {
  name: string | null
  value: number | null
}

export interface DB {
  'identity.account': IdentityAccount
  'identity.address': IdentityAddress
  'identity.arrival': IdentityArrival
  'identity.authorization_request': IdentityAuthorizationRequest
  'identity.card': IdentityCard
  'identity.email_reconciliation': IdentityEmailReconciliation
  'identity.erasure': IdentityErasure
  'identity.external_identifier': IdentityExternalIdentifier
  'identity.grant': IdentityGrant
  'identity.impersonation': IdentityImpersonation
  'identity.merge': IdentityMerge
  'identity.passkey': IdentityPasskey
  'identity.passkey_challenge': IdentityPasskeyChallenge
  'identity.person': IdentityPerson
  'identity.platform_role': IdentityPlatformRole
  'identity.proposal': IdentityProposal
  'identity.session': IdentitySession
  'identity.sign_in_limit': IdentitySignInLimit
  'identity.sign_in_link': IdentitySignInLink
  'identity.sign_in_token': IdentitySignInToken
  'identity.suspension': IdentitySuspension
  'identity.tally': IdentityTally
}
