import type { Pool } from 'pg'
import { v7 } from 'uuid'
import type { Actor, Grant } from '#kernel/operation/actor.ts'
import { grantsSql } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { browserOf } from './browser.ts'
import type { Context } from './policy.ts'
import { hashOf, newToken } from './token.ts'

/**
 * `__Host-` makes browsers refuse it without Secure, with a Domain, or on another path: no neighbouring host can set it. On plain HTTP,
 * Chromium and Firefox take it from localhost only, which is the demonstration.
 */
export const COOKIE = '__Host-sillage'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'

/** A session ends after so many days whatever happens, and sooner when nobody comes. */
export const DAYS = 90
export const IDLE_DAYS = 30
/** Being seen is written this often at most. In minutes. */
const SEEN_EVERY = 5
const DAY = 86_400_000

/** The token of a `Cookie` header, when there is one of the right form. */
export const tokenOf = (cookies: string | undefined): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '')?.[1]

export const clearCookie = `${COOKIE}=; Max-Age=0; ${attributes}`

/**
 * Opens a session with a token of its own, never one that the browser brought, and closes the session that the browser had.
 * Works in a command or outside of one: it is one statement.
 * @returns the secret, and the `Set-Cookie` that carries it.
 */
export const openSession = async (
  context: KernelContext, personId: string, method: string, browser: { userAgent?: string; cookies?: string } = {},
): Promise<{ token: string; cookie: string }> => {
  const { db, now } = context as Context
  const token = newToken()
  const before = tokenOf(browser.cookies)
  await db.with('closed', (one) => one.deleteFrom('identity.session').where('token_hash', '=', hashOf(before ?? '')).returning('id'))
    .insertInto('identity.session').values({
      id: v7(), token_hash: hashOf(token), person_id: personId, method, signed_in_at: now, last_seen_at: now,
      expires_at: new Date(Date.parse(now) + DAYS * DAY).toISOString(), browser: browserOf(browser.userAgent),
    }).execute()
  return { token, cookie: `${COOKIE}=${token}; Max-Age=${DAYS * DAY / 1000}; ${attributes}` }
}

interface Row {
  id: string
  person_id: string
  method: string
  signed_in_at: string
  stale: boolean
  time_zone: string
  name: string | null
  grants: Grant[]
}

const texts = new WeakMap<readonly Module[], string>()
/** Session, person and grants of every module in one statement; the planner reads the person once. */
const textFor = (modules: readonly Module[]): string => {
  const known = texts.get(modules) ?? `with me as materialized (
      select session.id, session.person_id, session.method, session.signed_in_at, person.time_zone,
        session.last_seen_at < now() - interval '${SEEN_EVERY} minutes' as stale,
        nullif(concat_ws(' ', person.first_name, person.last_name), '') as name
      from identity.session
      join identity.person on person.id = session.person_id
      join identity.account on account.person_id = session.person_id and account.kind = 'person'
      where session.token_hash = $1 and session.expires_at > now() and session.last_seen_at > now() - interval '${IDLE_DAYS} days'
        and account.state = 'active' and person.erased_at is null and person.merged_into is null)
    select me.*, coalesce((select json_agg(held)
      from (${grantsSql(modules, '(select person_id from me)')}) as held), '[]') as grants from me`
  texts.set(modules, known)
  return known
}

const seen = `with session as (update identity.session set last_seen_at = now() where id = $1 returning person_id)
  update identity.account set last_seen_at = now() from session where account.person_id = session.person_id and kind = 'person'`

/** Who acts, from the `Cookie` header: one prepared statement. None for a cookie that is absent, forged, ended or revoked. */
export const readSession = async (pool: Pool, modules: readonly Module[], cookies: string | undefined): Promise<Actor | undefined> => {
  const token = tokenOf(cookies)
  if (!token) return undefined
  const { rows: [row] } = await pool.query<Row>({ name: 'session', text: textFor(modules), values: [hashOf(token)] })
  if (!row) return undefined
  if (row.stale) await pool.query({ name: 'seen', text: seen, values: [row.id] })
  return {
    id: row.person_id, name: row.name ?? undefined, grants: row.grants, timeZone: row.time_zone,
    session: { id: row.id, method: row.method, signedInAt: row.signed_in_at },
  }
}
