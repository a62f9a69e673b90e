import webPush from 'web-push'
import { FetchError, postPublic } from '#modules/outside/api.ts'
import { pushConfigured } from './configuration.ts'
import type { Payload } from './payload.ts'

/** A device as its browser described it. */
export interface Target { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

/** Why something did not reach a push service; another try may do. Its message names no device. */
export class PushError extends Error {
  override readonly name = 'PushError'
  readonly code: string
  constructor(code: string) {
    super(`The push service did not take it: ${code}`)
    this.code = code
  }
}

/**
 * - `sent`: the push service has it. `gone`: the device is to be forgotten. `refused`: no other try will do.
 * - `later`: not before so many seconds. `uncertain`: nobody knows.
 */
export type Pushed =
  | { became: 'sent' | 'gone' | 'refused'; status: number }
  | { became: 'later'; status: number; seconds?: number } | { became: 'uncertain' | 'unreached' }

/** For how long a push service keeps it for a device that is off, in seconds: what is critical is still worth reading after a weekend. */
export const lifeOf = (isCritical: boolean): number => isCritical ? 4 * 86_400 : 86_400

const MOST_SECONDS = 86_400
const secondsOf = (retryAfter: string | undefined): number | undefined => {
  const seconds = Number(retryAfter)
  if (retryAfter === undefined) return undefined
  const given = Number.isFinite(seconds) ? seconds : (Date.parse(retryAfter) - Date.now()) / 1000
  return Number.isFinite(given) ? Math.min(Math.max(1, Math.ceil(given)), MOST_SECONDS) : undefined
}

/**
 * Gives it to the device's push service (RFC 8030 §5): encrypted for the browser (RFC 8291), signed by us (RFC 8292), with how long it is
 * worth keeping, how urgent it is, and a topic, so that the same again replaces what is still waiting (§5.4). The address was given by a
 * person: no machine of our own network is ever spoken to.
 * @throws FetchError `address` or `private` for an address that is none.
 */
export const push = async ({ endpoint, p256dh, auth }: Target, payload: Payload): Promise<Pushed> => {
  const { webPush: { publicKey, privateKey, contact }, outside, schemes } = pushConfigured()
  if (!schemes.test(URL.parse(endpoint)?.protocol ?? '')) throw new FetchError('address')
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload), {
    vapidDetails: { subject: contact, publicKey, privateKey }, TTL: lifeOf(payload.stays), urgency: payload.stays ? 'high' : 'normal',
    topic: payload.tag.replaceAll('-', ''), contentEncoding: 'aes128gcm',
  })
  try {
    const { status, headers: answered } = await postPublic(endpoint, { headers, body, ...outside })
    if (status >= 200 && status < 300) return { became: 'sent', status }
    if (status === 404 || status === 410) return { became: 'gone', status }
    return status === 429 || status >= 500 ? { became: 'later', status,
      seconds: secondsOf(answered['retry-after']) } : { became: 'refused', status }
  } catch (error) {
    if (!(error instanceof FetchError) || error.failure === 'private' || error.failure === 'address') throw error
    return { became: error.given ? 'uncertain' : 'unreached' }
  }
}
