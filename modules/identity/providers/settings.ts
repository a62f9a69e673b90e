import { z } from 'zod'
import { ConfigError, type Config } from '#kernel/config.ts'
import type { Provider } from './provider.ts'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Without TLS a provider would be whoever answers; on the machine itself it is a test. */
const isSafe = (address: string) => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' && LOCAL.has(hostname)
}
const issuer = z.string().refine(isSafe, 'must be an address that begins with https://').transform((text) => text.replace(/\/$/, ''))
const listed = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean)

/** One entry of OIDC_PROVIDERS. */
const establishment = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens')
    .refine((key) => !/^(france|pro)connect$/.test(key), 'is taken'),
  label: z.string().min(1).max(80),
  issuer,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  privateKey: z.record(z.string(), z.unknown()).optional(),
  secretBy: z.enum(['post', 'basic']).default('basic'),
  scope: z.string().regex(/\bopenid\b/, 'must hold openid').default('openid profile email'),
  acr: z.array(z.string()).default([]),
  acrBy: z.enum(['acr_values', 'claims']).default('acr_values'),
  signedUserinfo: z.boolean().default(false),
  emailDomains: z.array(z.string().toLowerCase()).default([]),
}).refine((one) => one.clientSecret !== undefined || one.privateKey !== undefined, 'needs clientSecret or privateKey')

const parsed = <T>(name: string, schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new ConfigError(`${name}: ${[issue!.path.join('.'), issue!.message].filter(Boolean).join(' ')}.`)
}

const json = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError(`${name}: must be JSON.`)
  }
}

/** FranceConnect v2, for citizens. Its e-mail is what the person wrote there: never a proof. */
const franceConnect = (config: Config): Provider[] => config.FRANCECONNECT_CLIENT_ID ? [{
  key: 'franceconnect', kind: 'franceconnect', label: 'FranceConnect', clientId: config.FRANCECONNECT_CLIENT_ID,
  issuer: parsed('FRANCECONNECT_ISSUER', issuer, config.FRANCECONNECT_ISSUER ?? 'https://oidc.franceconnect.gouv.fr/api/v2'),
  clientSecret: config.FRANCECONNECT_CLIENT_SECRET, secretBy: 'post',
  privateKey: config.FRANCECONNECT_PRIVATE_KEY
    ? parsed('FRANCECONNECT_PRIVATE_KEY', z.record(z.string(), z.unknown()), json('FRANCECONNECT_PRIVATE_KEY',
      config.FRANCECONNECT_PRIVATE_KEY)) : undefined,
  // No more than what a profile holds: each scope is a datum that the person is shown.
  scope: 'openid given_name family_name preferred_username email',
  acr: config.FRANCECONNECT_ACR ? listed(config.FRANCECONNECT_ACR) : ['eidas1'], acrBy: 'acr_values', signedUserinfo: true,
    emailDomains: [],
}] : []

/** ProConnect, for agents. */
const proConnect = (config: Config): Provider[] => config.PROCONNECT_CLIENT_ID ? [{
  key: 'proconnect', kind: 'proconnect', label: 'ProConnect', clientId: config.PROCONNECT_CLIENT_ID,
  issuer: parsed('PROCONNECT_ISSUER', issuer, config.PROCONNECT_ISSUER ?? 'https://auth.agentconnect.gouv.fr/api/v2'),
  clientSecret: config.PROCONNECT_CLIENT_SECRET, secretBy: 'post', scope: 'openid given_name usual_name email',
  acr: config.PROCONNECT_ACR ? listed(config.PROCONNECT_ACR) : ['eidas1', 'eidas1-mfa', 'eidas2', 'eidas3'], acrBy: 'claims',
    signedUserinfo: true,
  emailDomains: listed(config.PROCONNECT_EMAIL_DOMAINS).map((domain) => domain.toLowerCase()),
}] : []

/**
 * The providers that the settings name, those of the State first.
 * @throws ConfigError that says what is wrong, never a secret.
 */
export const providersOf = (config: Config): Provider[] => {
  const own = config.OIDC_PROVIDERS ? parsed('OIDC_PROVIDERS', z.array(establishment), json('OIDC_PROVIDERS', config.OIDC_PROVIDERS)) : []
  if (new Set(own.map(({ key }) => key)).size < own.length) throw new ConfigError('OIDC_PROVIDERS: two providers have the same key.')
  const state = [...franceConnect(config), ...proConnect(config)]
  for (const { label, clientSecret, privateKey } of state) {
    if (clientSecret || privateKey) continue
    throw new ConfigError(`${label.toUpperCase()}_CLIENT_SECRET is missing: ${label} gives it with the client identifier.`)
  }
  return [...state, ...own.map((one): Provider => ({ ...one, kind: 'establishment' }))]
}
