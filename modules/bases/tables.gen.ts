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

export interface BasesActivity {
  day: string | null
  name: string | null
  value: number | null
}

export interface BasesAnswer {
  answer_id: string | null
  at: string
  hidden_at: string | null
  id: string
  opinion_id: string
  person_id: string | null
  removed_at: string | null
  text: string
}

export interface BasesArrival {
  day: string | null
  name: string | null
  value: number | null
}

export interface BasesBase {
  cover_crop: Json | null
  cover_file_id: string | null
  created_at: string
  created_by: string | null
  deleted_at: string | null
  department: string | null
  description: Generated<string>
  email: string | null
  email_is_public: Generated<boolean>
  excerpt: Generated<string>
  facebook: string | null
  followers_count: Generated<number>
  highlights: Generated<string>
  id: string
  is_public: boolean
  linkedin: string | null
  logo_crop: Json | null
  logo_file_id: string | null
  slug: string
  title: string
  twitter: string | null
  updated_at: string
  version: Generated<number>
  website: string | null
  withheld: string | null
}

export interface BasesBaseMember {
  added_at: string
  base_id: string
  person_id: string
  role: string
}

export interface BasesCollection {
  base_id: string | null
  base_is_public: boolean | null
  created_at: string
  deleted_at: string | null
  description: Generated<string>
  id: string
  is_favourites: Generated<boolean>
  is_open: Generated<boolean>
  is_public: Generated<boolean>
  person_id: string | null
  slug: string | null
  title: string | null
  updated_at: string
  version: Generated<number>
}

export interface BasesCollectionResource {
  added_at: string
  collection_id: string
  position: number
  resource_id: string
}

export interface BasesContent {
  alt: string | null
  caption: string | null
  file_id: string | null
  id: string
  linked_resource_id: string | null
  position: number
  resource_id: string
  text: string | null
  title: string | null
  type: string
  url: string | null
}

export interface BasesDailyOpening {
  day: string
  kind: string
  openings: number
  resource_id: string
}

export interface BasesDailyView {
  day: string
  resource_id: string
  views: number
}

export interface BasesDraft {
  changed: boolean
  resource_id: string
  sequence: number
  state: Json
  updated_at: string
}

export interface BasesFollowedBase {
  base_id: string
  followed_at: string
  person_id: string
}

export interface BasesFollowedPerson {
  followed_at: string
  followed_id: string
  person_id: string
}

export interface BasesGrant {
  id: string | null
  person_id: string | null
  role: string | null
  scope: string | null
}

export interface BasesHarvestRecord {
  base_id: string | null
  changed_at: string
  resource_id: string
  withdrawn: boolean
}

export interface BasesImportedName {
  imported_at: string
  kind: string
  source: string
  target_id: string
  value: string
}

export interface BasesInvitation {
  answered_at: string | null
  base_id: string | null
  created_at: string
  email: string | null
  expires_at: string
  id: string
  invited_by: string | null
  message: Generated<string>
  person_id: string | null
  resource_id: string | null
  role: string | null
  state: Generated<string>
}

export interface BasesInvitationToken {
  invitation_id: string
  token_hash: Buffer
}

export interface BasesJoinRequest {
  base_id: string
  created_at: string
  decided_at: string | null
  id: string
  message: string
  person_id: string
  state: Generated<string>
}

export interface BasesLetter {
  claimed_at: string
  mail_id: string
  month: string
  person_id: string
  sent_at: string | null
  token_hash: Buffer
}

export interface BasesLinkPreview {
  address: string
  address_hash: Buffer
  asked_at: string
  description: string | null
  failure: string | null
  id: string
  image_file_id: string | null
  read_at: string | null
  site: string | null
  state: string
  title: string | null
}

export interface BasesOpenedPart {
  content_id: string
  kind: string
  openings: number
  resource_id: string
}

export interface BasesOpening {
  at: string
  content_id: string
  hash: Buffer
}

export interface BasesOpinion {
  at: string
  edited_at: string | null
  hidden_at: string | null
  id: string
  person_id: string | null
  rating: number
  resource_id: string
  text: Generated<string>
}

export interface BasesPackageImport {
  base_id: string | null
  brought: Generated<number>
  created_at: string
  entry_id: string | null
  file_id: string | null
  file_name: string
  finished_at: string | null
  id: string
  is_new: boolean
  person_id: string
  reason: string | null
  report: Json | null
  state: string
  version: Generated<number>
}

export interface BasesPreference {
  department: string | null
  letter_agreed_at: string | null
  person_id: string
  themes: Generated<string[]>
  updated_at: string
  welcome_step: Generated<number>
}

export interface BasesProfile {
  email_is_public: Generated<boolean>
  facebook: string | null
  followers_count: Generated<number>
  linkedin: string | null
  person_id: string
  public_since: string | null
  twitter: string | null
  website: string | null
  withheld: string | null
}

export interface BasesResource {
  audiences: Generated<string[]>
  base_id: string | null
  base_is_public: boolean | null
  created_at: string
  created_by: string | null
  deleted_at: string | null
  description: string | null
  excerpt: string | null
  id: string
  image_alt: string | null
  image_file_id: string | null
  is_open: Generated<boolean>
  is_public: Generated<boolean>
  last_published_at: string | null
  licence: string | null
  opinions_count: Generated<number>
  public_feedback: Generated<boolean>
  published_at: string | null
  ratings_sum: Generated<number>
  saves_count: Generated<number>
  slug: string | null
  support_types: Generated<string[]>
  themes: Generated<string[]>
  title: string | null
  version: Generated<number>
  views_count: Generated<number>
  withheld: string | null
}

export interface BasesResourceContributor {
  added_at: string
  person_id: string
  resource_id: string
}

export interface BasesResourceEvent {
  at: string
  by_id: string | null
  data: Json
  resource_id: string
  sequence: number
  type: string
}

export interface BasesSaved {
  person_id: string
  resource_id: string
  saved_at: string
}

export interface BasesSavedCollection {
  collection_id: string
  person_id: string
  saved_at: string
}

export interface BasesSavedSearch {
  alerts: boolean
  created_at: string
  filters: Json
  id: string
  kind: Generated<string>
  name: string
  person_id: string
  text: Generated<string>
  told_until: string
}

export interface BasesSiteFeedback {
  at: string
  difficulty_area: string | null
  id: string
  person_id: string | null
  rating: number
  text: Generated<string>
  wants_contact: Generated<boolean>
}

export interface BasesSlug {
  current: boolean
  kind: string
  slug: string
  target_id: string
}

export interface BasesTally {
  name: string | null
  value: number | null
}

export interface BasesView {
  at: string
  hash: Buffer
  resource_id: string
}

export interface BasesWriting {
  at: string
  content_id: string | null
  person_id: string
  resource_id: string
  tab: string
}

export interface DB {
  'bases.activity': BasesActivity
  'bases.answer': BasesAnswer
  'bases.arrival': BasesArrival
  'bases.base': BasesBase
  'bases.base_member': BasesBaseMember
  'bases.collection': BasesCollection
  'bases.collection_resource': BasesCollectionResource
  'bases.content': BasesContent
  'bases.daily_opening': BasesDailyOpening
  'bases.daily_view': BasesDailyView
  'bases.draft': BasesDraft
  'bases.followed_base': BasesFollowedBase
  'bases.followed_person': BasesFollowedPerson
  'bases.grant': BasesGrant
  'bases.harvest_record': BasesHarvestRecord
  'bases.imported_name': BasesImportedName
  'bases.invitation': BasesInvitation
  'bases.invitation_token': BasesInvitationToken
  'bases.join_request': BasesJoinRequest
  'bases.letter': BasesLetter
  'bases.link_preview': BasesLinkPreview
  'bases.opened_part': BasesOpenedPart
  'bases.opening': BasesOpening
  'bases.opinion': BasesOpinion
  'bases.package_import': BasesPackageImport
  'bases.preference': BasesPreference
  'bases.profile': BasesProfile
  'bases.resource': BasesResource
  'bases.resource_contributor': BasesResourceContributor
  'bases.resource_event': BasesResourceEvent
  'bases.saved': BasesSaved
  'bases.saved_collection': BasesSavedCollection
  'bases.saved_search': BasesSavedSearch
  'bases.site_feedback': BasesSiteFeedback
  'bases.slug': BasesSlug
  'bases.tally': BasesTally
  'bases.view': BasesView
  'bases.writing': BasesWriting
}
