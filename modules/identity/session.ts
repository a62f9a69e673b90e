import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { browserOf } from './browser.ts'
import { sealIdToken } from './id-token.ts'
import type { Context } from './policy.ts'
import { sessionLimits } from './session-limits.ts'
import { hashOf, newToken } from './token.ts'

/**
 * `__Host-` makes browsers refuse it without Secure, with a Domain, or on another path: no neighbouring host can set it. On plain HTTP,
 * Chromium and Firefox take it from localhost only, which is the demonstration.
 */
export const COOKIE = '__Host-sillage'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'

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
