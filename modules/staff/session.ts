import { sql } from 'kysely'
import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { administrators, browserOf, hashOf, newToken } from '#modules/identity/api.ts'
import type { Context, Tables } from './policy.ts'
import { derived } from './secret.ts'

/** Another name than the portal's: browsers keep one jar for all ports of a host. */
export const COOKIE = '__Host-sillage-gestion'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Strict'

/** Without any request for so long, the session is closed. In minutes. */
export const IDLE = 10
/** Whatever happens. In hours. */
const LONGEST = 8
/** Time to find one's second factor. In minutes. */
const HALF = 10
/** Being seen is written this often at most. In seconds. */
const SEEN_EVERY = 15

export const clearCookie = `${COOKIE}=; Max-Age=0; ${attributes}`
/** A mark of 22 characters follows the secret: it tells two people apart, and outlives the session in the browser. */
const cookieOf = (token: string, personId: string) =>
  `${COOKIE}=${token}.${derived(`typist ${personId}`, 16).toString('base64url')}; ${attributes}`

const PAIR = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:\\.([\\w-]{22}))?(?:;|$)`)
const tokenOf = (cookies: string | undefined): string | undefined => PAIR.exec(cookies ?? '')?.[1]
/** Whose session a `Cookie` header opens here, or opened before it ended. Empty for nobody's. */
export const typistOf = (cookies: string | undefined): string => PAIR.exec(cookies ?? '')?.[2] ?? ''

const after = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()

export interface Browser { userAgent?: string; cookies?: string }
export type Factor = 'totp' | 'passkey' | 'recovery-code'

/**
 * A person has shown a first factor: opens a session that opens nothing but the page of the second one. The token is always new, and the
 * session that the browser had is closed.
 * @param method `email-link`, or the name of the identity provider.
 * @returns the `Set-Cookie` that carries it.
 */
export const openHalfSession = async (context: KernelContext, personId: string, method: string, browser: Browser = {}): Promise<string> => {
  const { db, now } = context as Context
  const token = newToken()
  await db.deleteFrom('staff.session').where('token_hash', '=', hashOf(tokenOf(browser.cookies) ?? '')).execute()
  await db.insertInto('staff.session').values({
    id: v7(), token_hash: hashOf(token), person_id: personId, method, signed_in_at: now, last_seen_at: now, expires_at: after(now, HALF),
    browser: browserOf(browser.userAgent),
  }).execute()
  return cookieOf(token, personId)
}

/**
 * A second factor was shown: the session is whole, or proved again, under another token.
 * @returns the `Set-Cookie`; none when the session was closed meanwhile.
 */
export const elevate = async (context: KernelContext, factor: Factor): Promise<string | undefined> => {
  const { db, now, actor } = context as Context
  const token = newToken()
  const whole = sql<boolean>`session.factor is not null`
  const session = await db.updateTable('staff.session as session').set({
    token_hash: hashOf(token), factor, proved_at: now, last_seen_at: now,
    expires_at: sql<string>`case when ${whole} then session.expires_at else ${after(now, LONGEST * 60)}::timestamptz end`,
  }).where('session.id', '=', actor.session?.id ?? null).returning('session.person_id').executeTakeFirst()
  return session && cookieOf(token, session.person_id)
}

const AMR: Record<Factor, readonly string[]> = { totp: ['otp'], passkey: ['hwk', 'user'], 'recovery-code': ['kba'] }

const findSql = `select id, person_id, method, factor, signed_in_at, proved_at, last_seen_at < now() - interval '${SEEN_EVERY} seconds' as stale
  from staff.session where token_hash = $1 and expires_at > now() and last_seen_at > now() - interval '${IDLE} minutes'`

interface Row {
  id: string; person_id: string; method: string; factor: Factor | null; signed_in_at: string; proved_at: string | null; stale: boolean
}

/**
 * Who acts in the back office, from the `Cookie` header. A cookie that is absent, forged, ended, idle or revoked is a visitor's; so is that of a
 * person who no longer is an administrator. Without its second factor a session is carried by an actor who is nobody.
 * @param asked false for what the browser fetches by itself: it does not count as a sign of life.
 */
export const readStaff = async (pool: Pool, cookies: string | undefined, asked = true): Promise<Actor> => {
  const token = tokenOf(cookies)
  if (!token) return visitor
  const { rows: [row] } = await pool.query<Row>({ name: 'staff-session', text: findSql, values: [hashOf(token)] })
  if (!row) return visitor
  const [person] = await administrators({ db: kyselyOn<Tables>(pool) }, [row.person_id])
  if (!person) return visitor
  if (row.stale && asked) {
    await pool.query({ name: 'staff-seen', text: 'update staff.session set last_seen_at = now() where id = $1', values: [row.id] })
  }
  if (!row.factor) return { ...visitor, session: { id: row.id, method: row.method, signedInAt: row.signed_in_at } }
  return {
    id: person.id, name: person.name ?? undefined, timeZone: person.timeZone,
    grants: person.roles.map((role) => ({ scope: 'platform', id: '', role })),
    session: {
      id: row.id, method: row.method, signedInAt: row.signed_in_at, provedAt: row.proved_at ?? undefined, amr: AMR[row.factor],
    },
  }
}
