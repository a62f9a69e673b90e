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

export interface ProvisioningDeparture {
  code: string | null
  import_id: string
  is_done: Generated<boolean>
  organisation_id: string
  place: Json
  place_id: string
  subject_id: string
}

export interface ProvisioningDirectory {
  allowed_by: string | null
  allowed_until: string | null
  departures: Generated<number>
  organisation_id: string
  users: number
  window_start: string
}

export interface ProvisioningIdentifier {
  import_id: string | null
  kind: string
  organisation_id: string
  subject_id: string
  value: string
}

export interface ProvisioningImport {
  applied_at: string | null
  confirmed_departures: number | null
  created_at: string
  encoding: string | null
  entry_id: string | null
  examples: Json | null
  file_id: string | null
  file_name: string
  finished_at: string | null
  format: string | null
  group_id: string | null
  group_kind: string
  group_name: Generated<string>
  heading: string[] | null
  id: string
  is_corrected: Generated<boolean>
  is_encoding_sure: boolean | null
  mapping: string[] | null
  mode: string
  organisation_id: string
  places_before: Generated<number>
  reading: Generated<number>
  reason: string | null
  reason_line: number | null
  role: string
  roles: string[]
  rows_applied: Generated<number>
  rows_read: Generated<number>
  separator: string | null
  started_by: string | null
  state: string
  syntax: string | null
  undone_at: string | null
  version: Generated<number>
}

export interface ProvisioningPlace {
  group_id: string | null
  group_name: Generated<string>
  id: string
  import_id: string | null
  is_ours: boolean
  membership_id: string
  organisation_id: string
  role: string
  seen_in: string | null
  source: string
  subject_id: string
  valid_from: string | null
  valid_to: string | null
}

export interface ProvisioningProposal {
  created_at: string
  decided_at: string | null
  described: Json
  id: string
  import_id: string | null
  organisation_id: string
  person_id: string
  state: Generated<string>
  version: Generated<number>
}

export interface ProvisioningRow {
  before: Json | null
  cells: Json
  code: string | null
  field: string | null
  import_id: string
  key: string | null
  line: number
  number: number
  organisation_id: string
  outcome: string | null
  person: Json | null
  person_key: string | null
  places: Generated<string[]>
  subject_id: string | null
  verdict: string
}

export interface ProvisioningScimGroup {
  changed_at: string
  created_at: string
  display_name: string
  group_id: string
  id: string
  organisation_id: string
  resource: Json
  version: Generated<number>
}

export interface ProvisioningScimMember {
  group_id: string
  organisation_id: string
  user_id: string
}

export interface ProvisioningScimUser {
  changed_at: string
  created_at: string
  id: string
  is_active: boolean
  organisation_id: string
  resource: Json
  subject_id: string | null
  user_name: string
  version: Generated<number>
}

export interface ProvisioningSubject {
  created_at: string
  email: string | null
  first_name: string
  id: string
  import_id: string | null
  is_created: boolean
  last_name: string
  organisation_id: string
  person_id: string
}

export interface DB {
  'provisioning.departure': ProvisioningDeparture
  'provisioning.directory': ProvisioningDirectory
  'provisioning.identifier': ProvisioningIdentifier
  'provisioning.import': ProvisioningImport
  'provisioning.place': ProvisioningPlace
  'provisioning.proposal': ProvisioningProposal
  'provisioning.row': ProvisioningRow
  'provisioning.scim_group': ProvisioningScimGroup
  'provisioning.scim_member': ProvisioningScimMember
  'provisioning.scim_user': ProvisioningScimUser
  'provisioning.subject': ProvisioningSubject
}
