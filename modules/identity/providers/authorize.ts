import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomPKCECodeVerifier } from 'openid-client'
import { clientOf } from './client.ts'
import type { Provider } from './provider.ts'

export interface Leaving {
  readonly redirectUri: string
  /** 43 characters each: ProConnect wants 32 at least, FranceConnect 22. */
  readonly state: string
  readonly nonce: string
  /** Who is known there is asked again who they are. */
  readonly again?: boolean
}

/**
 * Levels of assurance, as each provider takes them. Nothing else is sent: ProConnect refuses parameters that it does not know (Y000400).
 */
const levels = ({ acr, acrBy }: Provider): Record<string, string> => {
  if (acr.length === 0) return {}
  return acrBy === 'acr_values' ? { acr_values: acr.join(' ') } : { claims: JSON.stringify({ id_token: { acr: { essential: true,
    values: acr } } }) }
}

/**
 * Asks that they prove who they are though they are known there (OpenID Connect Core §3.1.2.1). The State's providers say the time of it
 * unasked, and do not take `max_age`.
 */
const asksAgain = ({ kind }: Provider): Record<string, string> => ({ prompt: 'login', ...kind === 'establishment' && { max_age: '0' } })

/**
 * Where the browser goes to prove who the person is (OpenID Connect Core §3.1.2.1). PKCE (RFC 7636) where the provider says that it takes
 * it.
 * @returns the address, and the verifier to keep for the return.
 */
export const authorizationOf = async (provider: Provider, { redirectUri, state, nonce, again }: Leaving): Promise<{ url: URL;
  codeVerifier?: string }> => {
  const { configuration } = await clientOf(provider)
  const codeVerifier = configuration.serverMetadata().supportsPKCE() ? randomPKCECodeVerifier() : undefined
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri, response_type: 'code', scope: provider.scope, state, nonce, ...levels(provider), ...again && asksAgain(provider),
    ...codeVerifier && { code_challenge: await calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256' },
  })
  return { url, codeVerifier }
}
