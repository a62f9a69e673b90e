// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface OrganisationsCard {
  id: string | null
  is_closed: boolean | null
  kind: string | null
  name: string | null
}

export interface OrganisationsGrant {
  id: string | null
  person_id: string | null
  role: string | null
  scope: string | null
}

export interface OrganisationsGroup {
  closed_at: string | null
  code: string | null
  created_at: string
  id: string
  kind: string
  name: string
  organisation_id: string
  parent_id: string | null
  version: Generated<number>
}

export interface OrganisationsGroupWithin {
  ancestor_id: string
  group_id: string
  organisation_id: string
}

export interface OrganisationsHolding {
  group_id: string | null
  group_name: string | null
  organisation_id: string | null
  person_id: string | null
  role: string | null
}

export interface OrganisationsInvitation {
  accepted_at: string | null
  accepted_by: string | null
  by_platform: Generated<boolean>
  created_at: string
  email: string | null
  expires_at: string
  group_id: string | null
  id: string
  invited_by: string | null
  last_asked_at: string
  message: string | null
  organisation_id: string
  revoked_at: string | null
  role: string
  sent_count: Generated<number>
  valid_to: string | null
  version: Generated<number>
}

export interface OrganisationsInvitationMiss {
  count: number
  key: Buffer
  window_start: string
}

export interface OrganisationsInvitationToken {
  invitation_id: string
  organisation_id: string
  token_hash: Buffer
}

export interface OrganisationsJoinRequest {
  created_at: string
  decided_at: string | null
  id: string
  message: string | null
  organisation_id: string
  person_id: string
  reason: string | null
  state: Generated<string>
  version: Generated<number>
}

export interface OrganisationsMembership {
  created_at: string
  ended_at: string | null
  group_id: string | null
  id: string
  left_by_self: Generated<boolean>
  organisation_id: string
  person_id: string
  role: string
  source: string
  valid_from: string
  valid_to: string | null
  version: Generated<number>
}

export interface OrganisationsOrganisation {
  accepts_requests: Generated<boolean>
  closed_at: string | null
  created_at: string
  id: string
  kind: string
  name: string
  parent_id: string | null
  siret: string | null
  time_zone: Generated<string>
  uai: string | null
  version: Generated<number>
  welcome: string | null
}

export interface OrganisationsSuspendedPerson {
  person_id: string
}

export interface DB {
  'organisations.card': OrganisationsCard
  'organisations.grant': OrganisationsGrant
  'organisations.group': OrganisationsGroup
  'organisations.group_within': OrganisationsGroupWithin
  'organisations.holding': OrganisationsHolding
  'organisations.invitation': OrganisationsInvitation
  'organisations.invitation_miss': OrganisationsInvitationMiss
  'organisations.invitation_token': OrganisationsInvitationToken
  'organisations.join_request': OrganisationsJoinRequest
  'organisations.membership': OrganisationsMembership
  'organisations.organisation': OrganisationsOrganisation
  'organisations.suspended_person': OrganisationsSuspendedPerson
}
