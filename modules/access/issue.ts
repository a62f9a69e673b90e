import { SignJWT } from 'jose'
import type { Kysely } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { ALGORITHM, signingKey } from './keys.ts'
import type { Tables } from './policy.ts'
import { accessSettings, audienceOf } from './settings.ts'
import { LIFE } from './verify-token.ts'

/** A program that was recognised. */
export interface Client { id: string; organisation_id: string | null; scopes: string[]; roles: string[] }

/**
 * An access token of ten minutes (RFC 9068 §2): signed, its identifier kept so that it can be revoked.
 * @param at when it begins, in milliseconds.
 */
export const issueToken = async (db: Kysely<Tables>, client: Client, scopes: readonly string[], at = Date.now()): Promise<string> => {
  const { origin } = accessSettings()
  const { kid, key } = await signingKey(db)
  const jti = v7()
  const issued = Math.floor(at / 1000)
  await db.insertInto('access.token').values({
    jti, client_id: client.id, issued_at: new Date(issued * 1000).toISOString(), expires_at: new Date((issued + LIFE) * 1000).toISOString(),
  }).execute()
  return new SignJWT({
    client_id: client.id, scope: scopes.join(' '), roles: client.roles,
    ...client.organisation_id && { organisation_id: client.organisation_id },
  }).setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid }).setIssuer(origin).setAudience(audienceOf(origin)).setSubject(client.id)
    .setJti(jti).setIssuedAt(issued).setExpirationTime(issued + LIFE).sign(key)
}
