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

export interface AccessClient {
  created_at: string
  created_by: string | null
  id: string
  name: string
  organisation_id: string | null
  revoked_at: string | null
  roles: string[]
  scopes: string[]
  version: Generated<number>
}

export interface AccessClientSecret {
  client_id: string
  created_at: string
  expires_at: string | null
  hash: Buffer
  id: string
}

export interface AccessSigningKey {
  created_at: string
  kid: string
  private_key: string
  public_jwk: Json
  published_until: string
  signs_from: string
  signs_until: string
}

export interface AccessToken {
  client_id: string
  expires_at: string
  issued_at: string
  jti: string
  revoked_at: string | null
}

export interface DB {
  'access.client': AccessClient
  'access.client_secret': AccessClientSecret
  'access.signing_key': AccessSigningKey
  'access.token': AccessToken
}
