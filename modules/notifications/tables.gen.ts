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

export interface NotificationsCause {
  notification_id: string
  person_id: string
}

export interface NotificationsDevice {
  at: string
  auth: string
  browser: string | null
  endpoint: string
  endpoint_hash: Buffer
  id: string
  p256dh: string
  person_id: string
  used_at: string | null
}

export interface NotificationsHappening {
  at: string
  key: Buffer
  kind: string
  person_id: string
}

export interface NotificationsLetter {
  at: string
  id: string
  is_digest: boolean
  kinds: string[]
  person_id: string
}

export interface NotificationsMute {
  at: string
  person_id: string
  subject: string
}

export interface NotificationsNotification {
  about: string | null
  at: string
  count: Generated<number>
  id: string
  is_critical: boolean
  is_open: boolean
  kind: string
  letter_id: string | null
  mail_at: string | null
  mail_pace: string | null
  mailed_at: string | null
  on_screen: boolean
  params: Json
  person_id: string
  push_at: string | null
  pushed_at: string | null
  read_at: string | null
  within: string[]
}

export interface NotificationsPreference {
  kind: string
  mail: string
  on_screen: boolean
  person_id: string
  push: boolean | null
}

export interface NotificationsPush {
  at: string
  count: number
  device_id: string
  id: string
  is_critical: boolean
  made_at: string
  notification_id: string | null
  state: Generated<string>
  status: number | null
}

export interface NotificationsRequest {
  about: string | null
  at: string
  by_person_id: string | null
  id: string
  key: Buffer
  kind: string
  params: Json
  person_ids: string[]
  within: string[]
}

export interface NotificationsRhythm {
  digest_day: Generated<number>
  digest_hour: Generated<number>
  digests: Generated<boolean>
  person_id: string
  quiet_from: number | null
  quiet_to: number | null
  version: Generated<number>
}

export interface NotificationsUnsubscription {
  letter_id: string
  token_hash: Buffer
}

export interface DB {
  'notifications.cause': NotificationsCause
  'notifications.device': NotificationsDevice
  'notifications.happening': NotificationsHappening
  'notifications.letter': NotificationsLetter
  'notifications.mute': NotificationsMute
  'notifications.notification': NotificationsNotification
  'notifications.preference': NotificationsPreference
  'notifications.push': NotificationsPush
  'notifications.request': NotificationsRequest
  'notifications.rhythm': NotificationsRhythm
  'notifications.unsubscription': NotificationsUnsubscription
}
