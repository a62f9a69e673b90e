import { jwtVerify } from 'jose'
import { AuthorizationResponseError, authorizationCodeGrant, ClientError, fetchProtectedResource, ResponseBodyError } from 'openid-client'
import { profileOf, type Profile } from './claims.ts'
import { ALGORITHMS, clientOf, type ProviderClient } from './client.ts'
import type { Provider } from './provider.ts'

/** Who came back, once everything was verified. */
export interface Verified extends Profile {
  readonly issuer: string
  readonly subject: string
  readonly acr?: string
  readonly amr: readonly string[]
  /** Kept for the sign-out at the provider, and for nothing else. The other tokens are dropped. */
  readonly idToken: string
}

/**
 * `cancelled`: the person gave up. `unavailable`: try again later. `level`: not the level asked. `refused`: what came back proves nothing.
 */
export type Failure = 'cancelled' | 'unavailable' | 'level' | 'refused'

export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure'
  readonly failure: Failure
  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}

const PASSING = new Set(['server_error', 'temporarily_unavailable', 'login_required', 'interaction_required', 'consent_required'])

const failureOf = (error: unknown): ProviderFailure => {
  if (error instanceof ProviderFailure) return error
  const message = error instanceof Error ? error.message : 'unknown'
  if (error instanceof AuthorizationResponseError) {
    const failure = error.error === 'access_denied' ? 'cancelled' : PASSING.has(error.error) ? 'unavailable' : 'refused'
    return new ProviderFailure(failure, `The provider answered ${error.error}`, { cause: error })
  }
  if (error instanceof ResponseBodyError) {
    return new ProviderFailure(error.status >= 500 ? 'unavailable' : 'refused', `The token endpoint answered ${error.error}`,
      { cause: error })
  }
  // openid-client wraps what fetch throws; a server that is ill answers 5xx.
  const code = String((error as { code?: unknown } | undefined)?.code)
  const network = error instanceof TypeError || error instanceof DOMException
    || /^(OAUTH_TIMEOUT|OAUTH_ABORT|ERR_JWKS_TIMEOUT)$/.test(code) || isIll(error)
  return new ProviderFailure(network ? 'unavailable' : 'refused', message, { cause: error })
}

const isIll = (error: unknown) => error instanceof ClientError && error.cause instanceof Response && error.cause.status >= 500

/** One of the levels asked; FranceConnect may vouch for a higher one, in the order of the eIDAS regulation. */
const isEnough = ({ acr, kind }: Provider, given: string | undefined) => {
  if (acr.length === 0 || acr.includes(given ?? '')) return true
  const rank = (level: string) => Number(/^eidas([123])$/.exec(level)?.[1] ?? Number.NaN)
  return kind === 'franceconnect' && given !== undefined && acr.some((one) => rank(given) >= rank(one))
}

/**
 * Userinfo (OpenID Connect Core §5.3): a signed JWT where the provider signs it, whose `iss` and `aud` are checked; its `sub` is the id
 * token's.
 */
const userinfoOf = async (provider: Provider, { configuration, keys }: ProviderClient, accessToken: string, issuer: string) => {
  const { userinfo_endpoint: address } = configuration.serverMetadata()
  if (!address) throw new ProviderFailure('refused', 'The provider has no userinfo')
  const headers = new Headers({ accept: provider.signedUserinfo ? 'application/jwt' : 'application/jwt, application/json' })
  const response = await fetchProtectedResource(configuration, accessToken, new URL(address), 'GET', null, headers)
  if (!response.ok) throw new ProviderFailure(response.status >= 500 ? 'unavailable' : 'refused', `Userinfo answered ${response.status}`)
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/jwt') {
    const { payload } = await jwtVerify(await response.text(), keys, { issuer, audience: provider.clientId, algorithms: ALGORITHMS,
      clockTolerance: 10 })
    return payload as Record<string, unknown>
  }
  if (provider.signedUserinfo || type !== 'application/json') throw new ProviderFailure('refused', 'Userinfo is not signed')
  return await response.json() as Record<string, unknown>
}

/** Clocks differ by this much at most. In milliseconds. */
const SKEW = 30_000
/** `auth_time`, in seconds: the address by which the browser left is in its hands, and proves nothing of what was asked. */
const isSince = (authTime: unknown, since: string) => typeof authTime === 'number' && authTime * 1000 >= Date.parse(since) - SKEW

export interface Expected { readonly redirectUri: string; readonly state: string; readonly nonce: string; readonly codeVerifier?: string
  /** They must have proved who they are since then: ISO 8601. */
  readonly since?: string }

const exchange = async (provider: Provider, search: URLSearchParams, expected: Expected): Promise<Verified> => {
  const client = await clientOf(provider)
  const { issuer } = client.configuration.serverMetadata()
  const back = new URL(expected.redirectUri)
  back.search = search.toString()
  // Checks state, `iss` of the answer (RFC 9207), then of the id token: iss, aud, azp, exp, nonce.
  const tokens = await authorizationCodeGrant(client.configuration, back, {
    expectedState: expected.state, expectedNonce: expected.nonce, pkceCodeVerifier: expected.codeVerifier, idTokenExpected: true,
  })
  const { payload: claims } = await jwtVerify(tokens.id_token!, client.keys, {
    issuer, audience: provider.clientId, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp', 'iat'], clockTolerance: 10,
  })
  const acr = typeof claims['acr'] === 'string' ? claims['acr'] : undefined
  if (!isEnough(provider, acr)) throw new ProviderFailure('level', 'The level of assurance is not one of those asked')
  if (expected.since && !isSince(claims['auth_time'], expected.since)) throw new ProviderFailure('refused', 'They were not asked again')
  const userinfo = await userinfoOf(provider, client, tokens.access_token, issuer)
  if (userinfo['sub'] !== claims.sub) throw new ProviderFailure('refused', 'Userinfo is of somebody else')
  const amr = Array.isArray(claims['amr']) ? claims['amr'].filter((one) => typeof one === 'string') : []
  return { ...profileOf(provider, userinfo), issuer, subject: claims.sub!, acr, amr, idToken: tokens.id_token! }
}

/**
 * Exchanges the code that the browser brought back, and verifies all that the provider says.
 * @throws ProviderFailure, whatever goes wrong.
 */
export const verify = async (provider: Provider, search: URLSearchParams, expected: Expected): Promise<Verified> => {
  try {
    return await exchange(provider, search, expected)
  } catch (error) {
    throw failureOf(error)
  }
}
