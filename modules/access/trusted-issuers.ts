import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose'
import { z } from 'zod'
import { ConfigError } from '#kernel/config.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import type { TrustedIssuer } from './settings.ts'

/** Signatures by a private key alone: a shared secret would let anyone who knows the public key sign (RFC 8725 §2.1). */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA', 'Ed25519']
/** In milliseconds. */
const TIMEOUT = 5000
/** How far the clocks of two houses may differ. In seconds. */
const TOLERANCE = 30

const shape = z.array(z.object({ issuer: z.url({ protocol: /^https?$/ }), audience: z.string().min(1) }))

/** Reads `https://issuer=audience`, several separated by semicolons. @throws ConfigError when it is written otherwise. */
export const trustedIssuersOf = (text = ''): TrustedIssuer[] => {
  const read = shape.safeParse(text.split(';').filter((one) => one.trim()).map((one) => {
    const [issuer = '', ...audience] = one.split('=')
    return { issuer: issuer.trim(), audience: audience.join('=').trim() }
  }))
  if (!read.success) throw new ConfigError('SILLAGE_TRUSTED_ISSUERS: must be written as https://issuer=audience;https://other=audience.')
  return read.data
}

type Keys = ReturnType<typeof createRemoteJWKSet>
const keysOf = new Map<string, Promise<Keys>>()

/** Their keys are read again by the next call: for tests. */
export const forgetIssuers = (): void => keysOf.clear()

const discovered = async (issuer: string): Promise<Keys> => {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    { signal: AbortSignal.timeout(TIMEOUT), redirect: 'error' })
  const { issuer: named, jwks_uri: address } = await answer.json() as { issuer?: unknown; jwks_uri?: unknown }
  if (named !== issuer || typeof address !== 'string') throw new Error(`${issuer} does not describe itself`)
  return createRemoteJWKSet(new URL(address), { timeoutDuration: TIMEOUT, cooldownDuration: 10_000, cacheMaxAge: 600_000 })
}

/** Its keys, found once by discovery (OpenID Connect Discovery §4) and then read again as they age or turn. */
const keys = (issuer: string): Promise<Keys> => {
  const known = keysOf.get(issuer) ?? discovered(issuer)
  keysOf.set(issuer, known)
  // What failed is tried again by the next call.
  known.catch(() => keysOf.delete(issuer))
  return known
}

/** An identity token tells a web site who came; it opens no API, even where its audience would be ours. */
const isIdentityToken = (payload: JWTPayload) => payload['typ'] === 'ID' || ['nonce', 'at_hash', 'c_hash'].some((claim) => claim in payload)

/**
 * Checks a token of another issuer against its published keys, kept ten minutes.
 * @throws Error when it is not good; Refusal 503 when the issuer cannot be reached, which says nothing of the token.
 */
export const verifyForeign = async (token: string, { issuer, audience }: TrustedIssuer): Promise<JWTPayload & { sub: string }> => {
  const unreachable = () => { throw new Refusal('issuer-unreachable', {}, 503) }
  const found = await keys(issuer).catch(unreachable)
  const { payload } = await jwtVerify(token, found, {
    algorithms: ALGORITHMS, issuer, audience, clockTolerance: TOLERANCE, requiredClaims: ['exp', 'sub'],
  }).catch((error: { code?: string }) => error.code === 'ERR_JWKS_TIMEOUT' || error.code === undefined ? unreachable() : Promise.reject(error as Error))
  if (isIdentityToken(payload)) throw new Error('An identity token')
  return { ...payload, sub: payload.sub! }
}
