import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'

/** What a good token says. */
export interface Accepted {
  /** The program, and what its token allows: `bases:read`. */
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly organisationId: string | undefined
  readonly roles: readonly string[]
  readonly tokenId: string
  /** Seconds since 1970. */
  readonly expiresAt: number
}

export interface Trust {
  /** Content of `/.well-known/jwks.json`: fetch it again every ten minutes, or when a token names a key that it does not hold. */
  readonly jwks: JSONWebKeySet
  /** Content of `/oauth/revoked`: fetch it again as often as a revocation must be felt. */
  readonly revoked: { readonly revoked: readonly { readonly jti: string }[] }
  readonly issuer: string
  readonly audience: string
  /** The clock, for tests. */
  readonly now?: Date
}

/** Longest life of a token, and how far two clocks may differ. In seconds. */
export const LIFE = 600
const TOLERANCE = 5

/**
 * Checks an access token (RFC 9068 §4) with nothing but what the platform publishes: no database, no network. It needs `jose` alone, so a
 * service of its own may copy this file.
 * @throws Error from `jose`, or one that says `revoked`, when the token is not to be obeyed.
 */
export const verifyToken = async (token: string, { jwks, revoked, issuer, audience, now }: Trust): Promise<Accepted> => {
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
    algorithms: ['ES256'], typ: 'at+jwt', issuer, audience, currentDate: now, clockTolerance: TOLERANCE, maxTokenAge: LIFE,
    requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id', 'scope'],
  })
  const { jti, exp, client_id: clientId, scope, organisation_id: organisationId, roles } = payload
  if (typeof clientId !== 'string' || payload.sub !== clientId || typeof scope !== 'string') throw new Error('malformed')
  if (revoked.revoked.some((one) => one.jti === jti)) throw new Error('revoked')
  return {
    clientId, tokenId: jti!, expiresAt: exp!, scopes: scope.split(' ').filter(Boolean),
    organisationId: typeof organisationId === 'string' ? organisationId : undefined,
    roles: Array.isArray(roles) ? roles.map(String) : [],
  }
}
