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

export interface BasesAnswer {
  at: string
  id: string
  opinion_id: string
  person_id: string | null
  text: string
}

export interface BasesArrival {
  day: string | null
  name: string | null
  value: number | null
}

export interface BasesBase {
  cover_file_id: string | null
  created_at: string
  created_by: string | null
  deleted_at: string | null
  department: string | null
  description: Generated<string>
  email: string | null
  email_is_public: Generated<boolean>
  excerpt: Generated<string>
  followers_count: Generated<number>
  id: string
  is_public: boolean
  logo_file_id: string | null
  slug: string
  title: string
  updated_at: string
  version: Generated<number>
  website: string | null
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

export interface BasesOpinion {
  at: string
  edited_at: string | null
  id: string
  person_id: string | null
  rating: number
  resource_id: string
  text: Generated<string>
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
  published_at: string | null
  ratings_sum: Generated<number>
  saves_count: Generated<number>
  slug: string | null
  support_types: Generated<string[]>
  themes: Generated<string[]>
  title: string | null
  version: Generated<number>
  views_count: Generated<number>
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

export interface DB {
  'bases.answer': BasesAnswer
  'bases.arrival': BasesArrival
  'bases.base': BasesBase
  'bases.base_member': BasesBaseMember
  'bases.collection': BasesCollection
  'bases.collection_resource': BasesCollectionResource
  'bases.content': BasesContent
  'bases.draft': BasesDraft
  'bases.followed_base': BasesFollowedBase
  'bases.followed_person': BasesFollowedPerson
  'bases.grant': BasesGrant
  'bases.opinion': BasesOpinion
  'bases.resource': BasesResource
  'bases.resource_contributor': BasesResourceContributor
  'bases.resource_event': BasesResourceEvent
  'bases.saved': BasesSaved
  'bases.saved_collection': BasesSavedCollection
  'bases.slug': BasesSlug
  'bases.tally': BasesTally
  'bases.view': BasesView
}
