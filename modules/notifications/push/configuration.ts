import { createECDH } from 'node:crypto'
import type { Outside } from '#modules/outside/api.ts'

/** Who we are for push services (RFC 8292): a pair of P-256 keys, and where their operators may write to us. */
export interface WebPush {
  /** Uncompressed point, base64url: browsers bind a subscription to it. */
  readonly publicKey: string
  readonly privateKey: string
  /** `mailto:` or `https:` (RFC 8292 §2.1). */
  readonly contact: string
}

interface Settings {
  WEB_PUSH_PUBLIC_KEY?: string | undefined
  WEB_PUSH_PRIVATE_KEY?: string | undefined
  WEB_PUSH_CONTACT?: string | undefined
  MAIL_FROM?: string | undefined
  origin: string
}

/** The settings are wrong: the message says which, never their values. */
export class WebPushError extends Error { override readonly name = 'WebPushError' }

const publicKeyOf = (privateKey: string): string | undefined => {
  const pair = createECDH('prime256v1')
  try {
    pair.setPrivateKey(privateKey, 'base64url')
    return pair.getPublicKey('base64url')
  } catch {
    return undefined
  }
}

/**
 * Reads the settings: none, and devices are not told anything; or both keys, as `npx web-push generate-vapid-keys` makes them.
 * @throws WebPushError when they do not go together, or nobody says where to write to us.
 */
export const webPushOf = (settings: Settings): WebPush | undefined => {
  const { WEB_PUSH_PUBLIC_KEY: publicKey, WEB_PUSH_PRIVATE_KEY: privateKey, WEB_PUSH_CONTACT: given, MAIL_FROM: from, origin } = settings
  if (!publicKey && !privateKey) return undefined
  if (!publicKey || !privateKey) throw new WebPushError('WEB_PUSH_PUBLIC_KEY and WEB_PUSH_PRIVATE_KEY go together: give both, or none.')
  if (publicKeyOf(privateKey) !== publicKey) {
    throw new WebPushError('WEB_PUSH_PRIVATE_KEY is not the private key of WEB_PUSH_PUBLIC_KEY: '
      + 'make both by `npx web-push generate-vapid-keys`.')
  }
  const address = from?.match(/[^\s<>]+@[^\s<>]+/)?.[0]
  const contact = given ?? (address ? `mailto:${address}` : origin)
  if (!/^(mailto:.+@.+|https:\/\/.+)$/.test(contact)) {
    throw new WebPushError('WEB_PUSH_CONTACT is missing: give where operators of push services may write to you, as mailto:address@host.')
  }
  return { publicKey, privateKey, contact }
}

interface Configured { webPush: WebPush; outside: Outside; schemes: RegExp }
let configured: Configured | undefined

/** Said once by the apps at their start; `undefined` offers nothing. Tests bring their own push service, without TLS, on this machine. */
export const configurePush = (webPush: WebPush | undefined, double?: Outside): void => {
  configured = webPush && { webPush, outside: double ?? {}, schemes: double ? /^https?:$/ : /^https:$/ }
}

export const pushOffered = (): boolean => configured !== undefined
export const pushConfigured = (): Configured => {
  if (!configured) throw new WebPushError('WEB_PUSH_PUBLIC_KEY and WEB_PUSH_PRIVATE_KEY are not set: no device can be told anything.')
  return configured
}
