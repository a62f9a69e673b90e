// Written by `npm run db:types` from the tables of this module: do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export interface SwitchesHeld {
  at: string
  id: string
  kind: string
  person_id: string | null
  subject_id: string
  switch_id: string
}

export interface SwitchesSwitch {
  at: string
  by_person_id: string | null
  ends_at: string | null
  feature: string
  held_become: Generated<string>
  id: string
  is_for_person: boolean
  lifted_at: string | null
  lifted_by: string | null
  lifted_reason: string | null
  organisation_id: string | null
  person_id: string | null
  reason: string
  role: string | null
  version: Generated<number>
  words: string | null
}

export interface SwitchesUse {
  count: number
  feature: string
  organisation_ids: string[]
  person_id: string
  starts_at: string
}

export interface DB {
  'switches.held': SwitchesHeld
  'switches.switch': SwitchesSwitch
  'switches.use': SwitchesUse
}
