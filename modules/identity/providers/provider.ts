/** An identity provider, as the settings describe it: OpenID Connect, authorization code flow. */
export interface Provider {
  /**
   * In addresses and in the session: `franceconnect`, `proconnect`, or what the settings say. It never changes once people have used it.
   */
  readonly key: string
  readonly kind: 'franceconnect' | 'proconnect' | 'establishment'
  /** How people know it: « Université du Val d'Aubrière ». */
  readonly label: string
  /** Discovered at `<issuer>/.well-known/openid-configuration`. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** Private key of the client as a JWK, where the provider takes `private_key_jwt` (RFC 7523) rather than a secret. */
  readonly privateKey?: Readonly<Record<string, unknown>>
  readonly secretBy: 'post' | 'basic'
  readonly scope: string
  /** Levels of assurance that are good enough; what comes back is one of them. None: any level. */
  readonly acr: readonly string[]
  /** How they are asked: FranceConnect takes `acr_values`, ProConnect an essential claim. */
  readonly acrBy: 'acr_values' | 'claims'
  /** Userinfo that is not a signed JWT is refused. */
  readonly signedUserinfo: boolean
  /** Domains for whose addresses this provider answers, `*` for any. An address of another domain is only claimed. */
  readonly emailDomains: readonly string[]
}

export interface ProvidersConfiguration {
  readonly providers: readonly Provider[]
  /** Public address of the app, whose callbacks the providers know. */
  readonly origin: string
  /** Name of the service, as a passkey's dialog shows it. */
  readonly name: string
}

let ready: ProvidersConfiguration = { providers: [], origin: 'http://localhost', name: 'Sillage' }

/** Said once by the app, when it starts. A fresh installation has no provider, and shows none. */
export const configureProviders = (given: ProvidersConfiguration): void => { ready = given }

export const providersConfiguration = (): ProvidersConfiguration => ready

export const providers = (): readonly Provider[] => ready.providers

export const providerOf = (key: string): Provider | undefined => ready.providers.find((one) => one.key === key)
