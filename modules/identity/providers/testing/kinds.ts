import type { Configuration } from 'oidc-provider'

export type Kind = 'franceconnect' | 'proconnect' | 'keycloak' | 'cas'

/** What each provider is known to do: its addresses, what it asks of a request, what it answers, how long things last. In seconds. */
export interface Behaviour {
  readonly prefix: string
  readonly routes: Configuration['routes']
  readonly claims: NonNullable<Configuration['claims']>
  readonly acr: readonly string[]
  readonly clientAuth: 'client_secret_post' | 'client_secret_basic'
  readonly signedUserinfo?: 'ES256' | 'RS256'
  readonly idTokenAlg: 'ES256' | 'RS256'
  readonly pkce: boolean
  /** Says when the person proved who they are, though nobody asked. */
  readonly authTime?: boolean
  readonly ttl: { code: number; access: number; idToken: number; session: number }
  /** Parameters of a request that it takes, where it refuses all others. */
  readonly only?: readonly string[]
  readonly required: readonly string[]
  /** Shortest `state` and `nonce`. */
  readonly shortest: { state: number; nonce: number }
}

const common = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce']
const oidc = { openid: ['sub'], profile: ['given_name', 'family_name', 'name', 'preferred_username'], email: ['email', 'email_verified'] }
const withId = { acr: null, amr: null, auth_time: null, sid: null, iss: null }

export const behaviours: Readonly<Record<Kind, Behaviour>> = {
  franceconnect: {
    prefix: '/api/v2', acr: ['eidas1', 'eidas2', 'eidas3'], clientAuth: 'client_secret_post', signedUserinfo: 'ES256', idTokenAlg: 'ES256',
      pkce: false, authTime: true,
    routes: { authorization: '/authorize', token: '/token', userinfo: '/userinfo', jwks: '/jwks', end_session: '/session/end' },
    claims: { ...withId, openid: ['sub'], given_name: ['given_name', 'given_name_array'], family_name: ['family_name'],
      preferred_username: ['preferred_username'],
      email: ['email'], birthdate: ['birthdate'], gender: ['gender'] },
    ttl: { code: 30, access: 60, idToken: 60, session: 1800 }, required: [...common, 'acr_values'], shortest: { state: 1, nonce: 22 },
  },
  proconnect: {
    prefix: '/api/v2', acr: ['eidas0', 'eidas0-mfa', 'eidas1', 'eidas1-mfa', 'eidas2', 'eidas3'], clientAuth: 'client_secret_post',
      signedUserinfo: 'RS256',
    idTokenAlg: 'RS256', pkce: false, authTime: true,
    routes: { authorization: '/authorize', token: '/token', userinfo: '/userinfo', jwks: '/jwks', end_session: '/session/end' },
    claims: { ...withId, openid: ['sub'], given_name: ['given_name'], usual_name: ['usual_name'], email: ['email'], uid: ['uid'],
      siret: ['siret'],
      idp_id: ['idp_id'], roles: ['roles'], organization_label: ['organization_label'] },
    ttl: { code: 60, access: 3600, idToken: 3600, session: 43_200 }, required: common,
    only: [...common, 'acr_values', 'claims', 'prompt', 'login_hint'], shortest: { state: 32, nonce: 32 },
  },
  keycloak: {
    prefix: '/realms/val-aubriere', acr: ['0', '1'], clientAuth: 'client_secret_basic', idTokenAlg: 'RS256', pkce: true,
      claims: { ...withId, ...oidc },
    routes: { authorization: '/protocol/openid-connect/auth', token: '/protocol/openid-connect/token',
      userinfo: '/protocol/openid-connect/userinfo',
      jwks: '/protocol/openid-connect/certs', end_session: '/protocol/openid-connect/logout' },
    ttl: { code: 60, access: 300, idToken: 300, session: 36_000 }, required: ['client_id', 'redirect_uri', 'response_type'],
      shortest: { state: 1, nonce: 1 },
  },
  cas: {
    prefix: '/cas/oidc', acr: ['mfa-simple'], clientAuth: 'client_secret_basic', idTokenAlg: 'RS256', pkce: true, claims: { ...withId,
      ...oidc },
    routes: { authorization: '/oidcAuthorize', token: '/oidcAccessToken', userinfo: '/oidcProfile', jwks: '/jwks',
      end_session: '/oidcLogout' },
    ttl: { code: 30, access: 28_800, idToken: 28_800, session: 28_800 }, required: ['client_id', 'redirect_uri', 'response_type'],
    shortest: { state: 1, nonce: 1 },
  },
}
