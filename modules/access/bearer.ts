import { decodeJwt, decodeProtectedHeader } from 'jose'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import type { Module } from '#kernel/operation/module.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { readExternalActor } from '#modules/identity/api.ts'
import { publicKeys } from './keys.ts'
import type { Context } from './policy.ts'
import { scope as scopeShape, scopesOf } from './scope.ts'
import { accessSettings, audienceOf } from './settings.ts'
import { verifyForeign } from './trusted-issuers.ts'
import { verifyToken } from './verify-token.ts'

const NONE = { revoked: [] }

/** A program: the roles that it holds today in its organisation, or on the platform. Its token and itself may have been revoked since. */
const ours = async (engine: Engine, token: string): Promise<Actor | undefined> => {
  const { db } = engine.context({ actor: visitor, origin: { request: 'token' } }) as Context
  const { origin } = accessSettings()
  const jwks = await publicKeys(db, decodeProtectedHeader(token).kid)
  const { clientId, tokenId, scopes } = await verifyToken(token, { jwks, revoked: NONE, issuer: origin, audience: audienceOf(origin) })
  const client = await db.selectFrom('access.token as token').innerJoin('access.client as client', 'client.id', 'token.client_id')
    .where('token.jti', '=', tokenId).where('token.revoked_at', 'is', null).where('client.id', '=', clientId)
      .where('client.revoked_at', 'is', null)
    .select(['client.organisation_id', 'client.roles']).executeTakeFirst()
  if (!client) return undefined
  const [kind, id] = client.organisation_id ? ['organisation', client.organisation_id] : ['platform', '']
  return { id: undefined, client: clientId, grants: client.roles.map((role) => ({ scope: kind, id, role })), timeZone: visitor.timeZone,
    scopes }
}

/**
 * The person whom a trusted issuer names. Scopes of ours in the token narrow what it may do; where the issuer knows none of them, the token
 * is worth what the person may do.
 */
const theirs = async (engine: Engine, modules: readonly Module[], token: string, issuer: string): Promise<Actor | undefined> => {
  const trusted = accessSettings().trustedIssuers.find((one) => one.issuer === issuer)
  if (!trusted) return undefined
  const payload = await verifyForeign(token, trusted)
  const person = await readExternalActor(engine.pool, modules, issuer, payload.sub)
  const claimed = payload['scope']
  const scopes = scopesOf(typeof claimed === 'string' ? claimed : '').filter((one) => scopeShape.safeParse(one).success)
  return person && { ...person, ...scopes.length && { scopes } }
}

/**
 * Who acts, by the `Authorization: Bearer` header (RFC 6750).
 * @returns nothing when there is no such header. @throws Refusal 401 for any token that is not good, without a word on why: the holder of a
 * wrong token is never taken for a visitor; 503 when a trusted issuer cannot be reached.
 */
export const readBearer = async (engine: Engine, modules: readonly Module[],
  authorization: string | undefined): Promise<Actor | undefined> => {
  if (!/^bearer\b/i.test(authorization ?? '')) return undefined
  let actor: Actor | undefined
  try {
    const token = authorization!.slice(6).trim()
    const { iss } = decodeJwt(token)
    actor = iss === accessSettings().origin ? await ours(engine, token) : await theirs(engine, modules, token, iss ?? '')
  } catch (error) {
    // Whatever `jose` says against a token is the caller's fault; the database's failures are ours.
    if (error instanceof Refusal || !isTokenFault(error)) throw error
  }
  if (!actor) throw new Refusal('invalid-token', {}, 401)
  return actor
}

const isTokenFault = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return Boolean(code?.startsWith('ERR_J')) || error instanceof TypeError
    || ['malformed', 'revoked', 'An identity token'].includes(message ?? '')
}
