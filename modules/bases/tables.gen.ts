import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export interface BasesBase {
  id: string
  slug: string
  title: string
  excerpt: Generated<string>
  description: Generated<string>
  department: string | null
  email: string | null
  email_is_public: Generated<boolean>
  website: string | null
  is_public: boolean
  logo_file_id: string | null
  cover_file_id: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
  version: Generated<number>
}

export interface BasesBaseMember {
  base_id: string
  person_id: string
  role: string
  added_at: string
}

export interface BasesCollection {
  id: string
  slug: string | null
  person_id: string | null
  base_id: string | null
  base_is_public: boolean | null
  is_favourites: Generated<boolean>
  title: string | null
  description: Generated<string>
  is_public: Generated<boolean>
  created_at: string
  updated_at: string
  version: Generated<number>
  is_open: Generated<boolean>
}

export interface BasesCollectionResource {
  collection_id: string
  resource_id: string
  position: number
  added_at: string
}

export interface BasesContent {
  id: string
  resource_id: string
  position: number
  type: string
  title: string | null
  text: string | null
  url: string | null
  caption: string | null
  alt: string | null
  file_id: string | null
  linked_resource_id: string | null
}

export interface BasesDraft {
  resource_id: string
  state: unknown
  sequence: number
  changed: boolean
  updated_at: string
}

export interface BasesGrant {
  person_id: string | null
  scope: string | null
  id: string | null
  role: string | null
}

export interface BasesResource {
  id: string
  created_by: string | null
  base_id: string | null
  base_is_public: boolean | null
  is_public: Generated<boolean>
  created_at: string
  deleted_at: string | null
  slug: string | null
  title: string | null
  description: string | null
  excerpt: string | null
  image_file_id: string | null
  image_alt: string | null
  themes: Generated<string[]>
  support_types: Generated<string[]>
  audiences: Generated<string[]>
  licence: string | null
  published_at: string | null
  last_published_at: string | null
  views_count: Generated<number>
  saves_count: Generated<number>
  version: Generated<number>
  is_open: Generated<boolean>
}

export interface BasesResourceContributor {
  resource_id: string
  person_id: string
  added_at: string
}

export interface BasesResourceEvent {
  resource_id: string
  sequence: number
  type: string
  data: unknown
  by_id: string | null
  at: string
}

export interface BasesSaved {
  person_id: string
  resource_id: string
  saved_at: string
}

export interface BasesSavedCollection {
  person_id: string
  collection_id: string
  saved_at: string
}

export interface BasesSlug {
  kind: string
  slug: string
  target_id: string
  current: boolean
}

export interface BasesView {
  resource_id: string
  hash: Buffer
  at: string
}

export interface DB {
  'bases.base': BasesBase
  'bases.base_member': BasesBaseMember
  'bases.collection': BasesCollection
  'bases.collection_resource': BasesCollectionResource
  'bases.content': BasesContent
  'bases.draft': BasesDraft
  'bases.grant': BasesGrant
  'bases.resource': BasesResource
  'bases.resource_contributor': BasesResourceContributor
  'bases.resource_event': BasesResourceEvent
  'bases.saved': BasesSaved
  'bases.saved_collection': BasesSavedCollection
  'bases.slug': BasesSlug
  'bases.view': BasesView
}
