import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { configured } from './configuration.ts'
import { derived } from './secret.ts'

/** RFC 6238 with what every application knows: SHA-1, six digits, thirty seconds. */
const PERIOD = 30
/** One step before and one after: clocks of telephones differ. */
const WINDOW = 1

/** 160 bits, as RFC 4226 §4 wants. */
const LENGTH = 20

/**
 * The secret that a session is offered to enrol: always the same one until it is taken, so that a mistyped code can be typed again, and kept
 * nowhere meanwhile. `taken` is how many factors the person has, so that the next offer is another.
 */
export const offeredSecret = (sessionId: string, taken: number): Buffer => derived(`totp ${sessionId} ${taken}`, LENGTH)

const secretOf = (bytes: Uint8Array) => new Secret({ buffer: Uint8Array.from(bytes).buffer })

/**
 * Which step of time a code is of.
 * @param last the last step accepted: it and those before are refused, so that a code that was seen over a shoulder is of no use.
 * @returns none for a wrong code, or one that served.
 */
export const stepOf = (secret: Uint8Array, code: string, now: string, last: number | null): number | undefined => {
  const timestamp = Date.parse(now)
  const token = code.replace(/\s/g, '')
  const delta = TOTP.validate({ token, secret: secretOf(secret), algorithm: 'SHA1', digits: 6, period: PERIOD, timestamp, window: WINDOW })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta
  return last !== null && step <= last ? undefined : step
}

/** The code of an instant: for tests, and for the demonstration, which has no telephone. */
export const codeAt = (secret: Uint8Array, timestamp: number): string =>
  TOTP.generate({ secret: secretOf(secret), algorithm: 'SHA1', digits: 6, period: PERIOD, timestamp })

/** The dark squares of a picture to scan, as the path of an SVG whose unit is one square; `size` squares a side, without the margin. */
const squares = (text: string): { size: number; path: string } => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, index) => bit ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '')
  return { size, path: dark.join('') }
}

/** What an application is given: the secret in base32 in groups of four, the `otpauth:` address, and its picture. */
export const presented = (secret: Uint8Array, account: string) => {
  const made = new TOTP({ issuer: configured().name, label: account, secret: secretOf(secret), algorithm: 'SHA1', digits: 6, period: PERIOD })
  const address = made.toString()
  return { secret: made.secret.base32.replace(/(.{4})(?=.)/g, '$1 '), address, picture: squares(address) }
}
