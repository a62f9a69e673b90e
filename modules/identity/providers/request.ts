import { v7 } from '#kernel/id.ts'
import { openIdToken, sealIdToken } from '../id-token.ts'
import type { Context } from '../policy.ts'
import { hashOf, newToken } from '../token.ts'
import type { Provider } from './provider.ts'

/** How long one may stay at the provider. In milliseconds. */
const STAYS = 20 * 60_000

export interface Request {
  readonly purpose: 'sign-in' | 'link' | 'prove'
  readonly browser: string
  readonly returnTo: string
  readonly nonce: string
  readonly state: string
  readonly codeVerifier?: string
}

const until = (now: string) => new Date(Date.parse(now) + STAYS).toISOString()

/** Notes that this browser leaves for the provider. */
export const noteRequest = async ({ db, now, actor }: Context, provider: Provider, request: Request): Promise<void> => {
  await db.insertInto('identity.authorization_request').values({
    id: v7(), state_hash: hashOf(request.state), browser_hash: hashOf(request.browser), provider: provider.key, purpose: request.purpose,
    person_id: request.purpose === 'sign-in' ? null : actor.id!, nonce: request.nonce, code_verifier: request.codeVerifier ?? null,
    return_to: request.returnTo, created_at: now, expires_at: until(now),
  }).execute()
}

/**
 * What this browser left for, taken out so that an answer serves once, even if it is bad. None for another browser, another provider, a
 * state that nobody gave, or one that is too old.
 */
export const takeRequest = ({ db, now }: Context, provider: Provider, { browser, state }: { browser: string; state: string }) =>
  db.deleteFrom('identity.authorization_request').where('state_hash', '=', hashOf(state)).where('browser_hash', '=', hashOf(browser))
    .where('provider', '=', provider.key).where('purpose', 'in', ['sign-in', 'link', 'prove']).where('expires_at', '>', now)
    .returning(['purpose', 'person_id', 'nonce', 'code_verifier', 'return_to', 'created_at']).executeTakeFirst()

/** After a sign-out here, what the sign-out at the provider needs waits for the page that follows. */
export const noteSignOut = async ({ db, now }: Context, given: { provider: string; browser: string; idToken: string }): Promise<void> => {
  const id = v7()
  await db.insertInto('identity.authorization_request').values({
    id, state_hash: hashOf(newToken()), browser_hash: hashOf(given.browser), provider: given.provider, purpose: 'sign-out',
    id_token: await sealIdToken(given.idToken, 'identity.authorization_request', id), return_to: '/', created_at: now, expires_at: until(now),
  }).execute()
}

/** Takes the id token of a sign-out that this browser asked for, and puts the state with which the provider will send it back. */
export const leaveSignOut = async ({ db, now }: Context, provider: Provider, given: { browser: string;
  state: string }): Promise<string | undefined> => {
  const row = await db.selectFrom('identity.authorization_request').select(['id', 'id_token']).where('purpose', '=', 'sign-out')
    .where('provider', '=', provider.key).where('browser_hash', '=', hashOf(given.browser)).where('id_token', 'is not', null)
    .where('expires_at', '>', now).orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  const { numUpdatedRows } = await db.updateTable('identity.authorization_request').set({ state_hash: hashOf(given.state), id_token: null })
    .where('id', '=', row.id).where('id_token', 'is not', null).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? openIdToken(row.id_token, 'identity.authorization_request', row.id) : undefined
}

/** Whether the provider sends back the browser that left to sign out. */
export const endSignOut = async ({ db }: Context, provider: Provider, { browser, state }: { browser: string;
  state: string }): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('identity.authorization_request').where('state_hash', '=', hashOf(state))
    .where('browser_hash', '=', hashOf(browser)).where('provider', '=', provider.key).where('purpose', '=', 'sign-out')
      .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
