// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface ModerationAppeal {
  at: string
  decision_id: string
  id: string
  person_id: string | null
  subject_id: string
  words: string
}

export interface ModerationDecision {
  appeal_id: string | null
  at: string
  decision: string
  ground: string | null
  id: string
  person_id: string | null
  reason: string
  subject_id: string
}

export interface ModerationReport {
  at: string
  id: string
  person_id: string | null
  reason: string
  repeats: string | null
  subject_id: string
  words: string
}

export interface ModerationSubject {
  author_id: string | null
  concern: Generated<string>
  decided_at: string | null
  held_for: string | null
  href: string
  id: string
  kind: string
  reported_at: string
  standing: Generated<string>
  state: Generated<string>
  target_id: string
  title: string
  version: Generated<number>
}

export interface DB {
  'moderation.appeal': ModerationAppeal
  'moderation.decision': ModerationDecision
  'moderation.report': ModerationReport
  'moderation.subject': ModerationSubject
}
