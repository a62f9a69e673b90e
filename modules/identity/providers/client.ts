import { createRemoteJWKSet, importJWK, type JWK, type JWTVerifyGetKey } from 'jose'
import {
  allowInsecureRequests, ClientSecretBasic, ClientSecretPost, discovery, PrivateKeyJwt, type ClientAuth, type Configuration,
} from 'openid-client'
import type { Provider } from './provider.ts'

/** What a provider says of itself is read again after so long. In milliseconds. */
const FRESH = 3_600_000
/** A provider that has not answered by then does not answer. In seconds. */
const PATIENCE = 10
/**
 * Keys are read again for an unknown key, once in so long: tokens come from the provider itself, nobody else can make us ask. In
 * milliseconds.
 */
const COOLDOWN = 1000

export interface ProviderClient { readonly configuration: Configuration; readonly keys: JWTVerifyGetKey }

/** Signatures that are taken: neither `none`, nor those whose key is the client's secret. */
export const ALGORITHMS = ['ES256', 'RS256']

const authenticationOf = async ({ clientSecret, privateKey, secretBy }: Provider): Promise<ClientAuth> => {
  if (!privateKey) return (secretBy === 'post' ? ClientSecretPost : ClientSecretBasic)(clientSecret)
  const key = await importJWK(privateKey as JWK, (privateKey as JWK).alg ?? 'ES256')
  if (key instanceof Uint8Array) throw new TypeError('The private key of a client is not a secret to share')
  return PrivateKeyJwt({ key, kid: privateKey['kid'] as string | undefined })
}

const discover = async (provider: Provider): Promise<ProviderClient> => {
  const configuration = await discovery(new URL(provider.issuer), provider.clientId, undefined, await authenticationOf(provider), {
    timeout: PATIENCE, execute: provider.issuer.startsWith('http:') ? [allowInsecureRequests] : [],
  })
  const { jwks_uri: address } = configuration.serverMetadata()
  if (!address) throw new Error('The provider publishes no keys')
  return { configuration, keys: createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE * 1000, cooldownDuration: COOLDOWN }) }
}

const known = new Map<Provider, { client: Promise<ProviderClient>; since: number }>()

/**
 * The client of a provider, discovered at its first use and once an hour.
 * @throws when the provider does not answer, or answers something else than what it should; the next call tries again.
 */
export const clientOf = (provider: Provider): Promise<ProviderClient> => {
  const kept = known.get(provider)
  if (kept && Date.now() - kept.since < FRESH) return kept.client
  const client = discover(provider)
  known.set(provider, { client, since: Date.now() })
  client.catch(() => known.delete(provider))
  return client
}
