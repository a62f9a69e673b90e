import { createHmac } from 'node:crypto'
import DataLoader from 'dataloader'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { run } from '#kernel/db/batch.ts'
import { createKept } from '#kernel/db/kept.ts'
import type { Actor, Grant } from '#kernel/operation/actor.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { browserOf } from './browser.ts'
import { sealIdToken } from './id-token.ts'
import type { Context } from './policy.ts'
import { idleSeconds, sessionLimits } from './session-limits.ts'
import { hashOf, newToken } from './token.ts'

/**
 * `__Host-` makes browsers refuse it without Secure, with a Domain, or on another path: no neighbouring host can set it. On plain HTTP,
 * Chromium and Firefox take it from localhost only, which is the demonstration.
 */
export const COOKIE = '__Host-sillage'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'

/** Being seen is written this often at most, and more often where a session may stay unused for a short time only. In seconds. */
const SEEN_EVERY = 300
const DAY = 86_400_000

const PAIR = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:\\.([\\w-]{22}))?(?:;|$)`)
/** The token of a `Cookie` header, when there is one of the right form. */
export const tokenOf = (cookies: string | undefined): string | undefined =>
  cookies === undefined ? undefined : PAIR.exec(cookies)?.[1]

/** Whose session a `Cookie` header opens, or opened before it ended: the same for a person in all their sessions. Empty for nobody's. */
export const typistOf = (cookies: string | undefined): string => PAIR.exec(cookies ?? '')?.[2] ?? ''
/** A keyed hash of the person, and of who acts in their place: it tells two people apart, and says nothing of either. */
const typist = (key: string, personId: string, by = '') =>
  createHmac('sha256', key).update(`${personId} ${by}`).digest('base64url').slice(0, 22)
/** The account's own key. */
const keyOf = (personId: string) =>
  sql<string | null>`(select typist_key from identity.account where person_id = ${personId} and kind = 'person')`.as('key')

export const clearCookie = `${COOKIE}=; Max-Age=0; ${attributes}`

/** What is known of how the person proved who they are. */
export interface Proof {
  /** Assurance level that the provider vouched for, and the means used (RFC 8176: `otp`, `hwk`). */
  acr?: string
  amr?: readonly string[]
  /** Key of the provider in the settings, and the identity token that sign-out there will ask for. */
  provider?: string
  idToken?: string
}

/** An administrator sits in the person's place, with their consent and no longer than it lasts. */
export interface Acting { by: string; impersonationId: string; until: string }

const cookieOf = (token: string, mark: string, seconds: number) =>
  `${COOKIE}=${token}.${mark}; Max-Age=${Math.max(0, Math.floor(seconds))}; ${attributes}`

/**
 * Opens a session with a token of its own, never one that the browser brought, and closes the session that the browser had.
 * Works in a command or outside of one: it is one statement.
 * @returns the secret, and the `Set-Cookie` that carries it.
 */
export const openSession = async (
  context: KernelContext, personId: string, method: string, browser: { userAgent?: string; cookies?: string } = {}, proof: Proof = {},
  acting?: Acting,
): Promise<{ token: string; cookie: string }> => {
  const { db, now } = context as Context
  const token = newToken()
  const before = tokenOf(browser.cookies)
  const { days } = sessionLimits()
  const id = v7()
  const idToken = await sealIdToken(proof.idToken, 'identity.session', id)
  const until = acting?.until ?? new Date(Date.parse(now) + days * DAY).toISOString()
  const { key } = await db
    .with('closed', (one) => one.deleteFrom('identity.session').where('token_hash', '=', hashOf(before ?? '')).returning('id'))
    // A visit, even one of two minutes: an account is inactive from its last one. Somebody who acts in the person's place is not one.
    .with('came', (one) => one.updateTable('identity.account').set({ last_seen_at: now })
      .where('person_id', '=', acting ? null : personId).where('kind', '=', 'person').returning('id'))
    .insertInto('identity.session').values({
      id, token_hash: hashOf(token), person_id: personId, method, signed_in_at: now, last_seen_at: now, proved_at: now,
      expires_at: until, browser: browserOf(browser.userAgent), by_person_id: acting?.by ?? null,
        impersonation_id: acting?.impersonationId ?? null,
      acr: proof.acr ?? null, amr: [...proof.amr ?? []], provider: proof.provider ?? null, id_token: idToken,
    }).returning(keyOf(personId)).executeTakeFirstOrThrow()
  return { token, cookie: cookieOf(token, typist(key ?? personId, personId, acting?.by), (Date.parse(until) - Date.parse(now)) / 1000) }
}

/**
 * The person proved again who they are: their session goes on under a new token, and what is critical is open to it for some minutes. The
 * token before opens nothing any more. Works in a command or outside of one.
 * @throws Refusal 401 when the session has ended meanwhile.
 */
export const elevate = async (
  context: KernelContext, { acr, amr }: Pick<Proof, 'acr' | 'amr'> = {},
): Promise<{ token: string; cookie: string }> => {
  const { db, now, actor } = context as Context
  const token = newToken()
  const session = actor.session && await db.updateTable('identity.session').set({
    token_hash: hashOf(token), proved_at: now, last_seen_at: now, ...acr !== undefined && { acr }, ...amr && { amr: [...amr] },
  }).where('id', '=', actor.session.id).where('person_id', '=', actor.id ?? null).where('expires_at', '>', now)
    .where('by_person_id', 'is', null).returning(['expires_at', 'person_id', keyOf(actor.id ?? '')]).executeTakeFirst()
  if (!session) throw new Refusal('sign-in-required', {}, 401)
  const mark = typist(session.key ?? session.person_id, session.person_id)
  return { token, cookie: cookieOf(token, mark, (Date.parse(session.expires_at) - Date.parse(now)) / 1000) }
}

interface Row {
  id: string
  person_id: string
  method: string
  /** In milliseconds since 1970, as what follows. */
  signed_in_at: number
  proved_at: number | null
  acr: string | null
  amr: string[]
  by_person_id: string | null
  unused: number
  time_zone: string
  name: string | null
  terms: number | null
}

/** Somebody whose session was found. */
export interface Found extends Actor {
  /** Number of the last version of the terms of use that they accepted; 0 for none. */
  readonly terms: number
}

// One column: the description of eleven would come with each answer, and be read each time.
const text = `select (
    select json_build_object('id', session.id, 'person_id', session.person_id, 'method', session.method,
      'signed_in_at', round(extract(epoch from session.signed_in_at) * 1000), 'proved_at', round(extract(epoch from session.proved_at) * 1000),
      'acr', session.acr, 'amr', session.amr, 'by_person_id', session.by_person_id,
      'unused', extract(epoch from now() - session.last_seen_at), 'time_zone', person.time_zone,
      'name', nullif(concat_ws(' ', person.first_name, person.last_name), ''), 'terms', account.terms_version)
    from identity.session
    join identity.person on person.id = session.person_id
    join identity.account on account.person_id = session.person_id and account.kind = 'person'
    where session.token_hash = asked.hash and session.expires_at > now()
      and account.state = 'active' and person.erased_at is null and person.merged_into is null
  ) as session from unnest($1::bytea[]) with ordinality as asked(hash, place) order by place`

const MOST_AT_ONCE = 100
/** The sessions of all requests that came in one turn of the event loop, by one statement: nothing is kept from one turn to the next. */
const readersOf = new WeakMap<Pool, DataLoader<Buffer, Row | null>>()
const readerOf = (pool: Pool): DataLoader<Buffer, Row | null> => {
  const reader = readersOf.get(pool) ?? new DataLoader<Buffer, Row | null>(
    async (hashes) => (await run(pool, { name: 'session', text, values: [hashes] })).rows.map(({ session }: { session: Row | null }) => session),
    { cache: false, maxBatchSize: MOST_AT_ONCE, batchScheduleFn: (send) => setImmediate(send) })
  readersOf.set(pool, reader)
  return reader
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

const MOST_PEOPLE = 10_000
/** What people hold in every module: dearer to read than the session, and it seldom changes. */
const grants = createKept<Grant[]>(MOST_PEOPLE)
/** For the app: from then on this process keeps what people hold until something is committed. */
export const followGrants = grants.follow

const seen = `with session as (update identity.session set last_seen_at = now() where id = $1 returning person_id, by_person_id)
  update identity.account set last_seen_at = now() from session
  where account.person_id = session.person_id and kind = 'person' and session.by_person_id is null`

/**
 * Who acts, from the `Cookie` header: one prepared statement, and another for what they hold where it is not kept. None for a cookie that
 * is absent, forged, ended or revoked, and for a session that was left unused longer than what the person's roles allow today.
 * @param background asked by the page and not by the person: it keeps no session awake.
 */
export const readSession = async (
  pool: Pool, modules: readonly Module[], cookies: string | undefined, background = false,
): Promise<Found | undefined> => {
  const token = tokenOf(cookies)
  if (!token) return undefined
  const row = await readerOf(pool).load(hashOf(token))
  if (!row) return undefined
  const held = await grants.get(row.person_id, () => grantsOf(pool, modules, row.person_id))
  // Nobody acts in the place of who has a role of the platform, were it given since.
  if (row.by_person_id && held.some(({ scope }) => scope === 'platform')) return undefined
  const idle = idleSeconds(held)
  if (row.unused >= idle) return undefined
  if (!background && row.unused > Math.min(SEEN_EVERY, idle / 30)) await pool.query({ name: 'seen', text: seen, values: [row.id] })
  return {
    id: row.person_id, name: row.name ?? undefined, grants: held, timeZone: row.time_zone, by: row.by_person_id ?? undefined,
    terms: row.terms ?? 0,
    session: {
      id: row.id, method: row.method, signedInAt: iso(row.signed_in_at), provedAt: row.proved_at === null ? undefined : iso(row.proved_at),
      acr: row.acr ?? undefined, amr: row.amr,
    },
  }
}
