import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type AuthenticatorTransport, type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { configured } from './configuration.ts'
import type { Context } from './policy.ts'

/** In milliseconds. */
const VALID = 5 * 60_000

interface Known { credential_id: string | null; transports: string[] | null }
const known = (factors: readonly Known[]) => factors.filter((one) => one.credential_id !== null)
  .map((one) => ({ id: one.credential_id!, transports: one.transports as AuthenticatorTransport[] ?? undefined }))

const site = () => ({ origin: configured().origin, id: new URL(configured().origin).hostname })

/** Keeps what must be signed: one a session, the last one asked. */
const keep = ({ db, now }: Context, sessionId: string, purpose: 'enrol' | 'prove', challenge: string) => {
  const row = { purpose, challenge, expires_at: new Date(Date.parse(now) + VALID).toISOString() }
  return db.insertInto('staff.challenge').values({ session_id: sessionId, ...row })
    .onConflict((one) => one.column('session_id').doUpdateSet(row)).execute()
}

/** Takes it back: whatever comes of it, it does not serve again. */
const take = async ({ db, now }: Context, sessionId: string, purpose: 'enrol' | 'prove') => {
  const row = await db.deleteFrom('staff.challenge').where('session_id', '=', sessionId).returningAll().executeTakeFirst()
  return row?.purpose === purpose && row.expires_at > now ? row.challenge : undefined
}

/** What the browser is asked, to make a passkey that will be a second factor: whoever holds it must also unlock it. */
export const enrolmentOptions = async (context: Context, sessionId: string, person: { id: string; name: string }, factors: readonly Known[]) => {
  const options = await generateRegistrationOptions({
    rpName: configured().name, rpID: site().id, userName: person.name, userDisplayName: person.name, userID: new TextEncoder().encode(person.id),
    attestationType: 'none', excludeCredentials: known(factors),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
  })
  await keep(context, sessionId, 'enrol', options.challenge)
  return options
}

/** What the browser is asked, to prove with one of these passkeys. */
export const proofOptions = async (context: Context, sessionId: string, factors: readonly Known[]) => {
  const options = await generateAuthenticationOptions({ rpID: site().id, allowCredentials: known(factors), userVerification: 'required' })
  await keep(context, sessionId, 'prove', options.challenge)
  return options
}

/** What a browser sent, or none when it is no JSON at all; its form is checked by the verification. */
const read = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** @returns what is to be kept of a new passkey; none when its answer is not to our question, for our address. */
export const enrolled = async (context: Context, sessionId: string, json: string) => {
  const [expectedChallenge, response] = [await take(context, sessionId, 'enrol'), read(json) as RegistrationResponseJSON | undefined]
  if (!expectedChallenge || !response) return undefined
  const { registrationInfo } = await verifyRegistrationResponse({
    response, expectedChallenge, expectedOrigin: site().origin, expectedRPID: site().id, requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) return undefined
  const { id, publicKey, counter, transports } = registrationInfo.credential
  return { credential_id: id, public_key: Buffer.from(publicKey), counter, transports: transports ?? null }
}

interface Passkey extends Known { id: string; public_key: Buffer | null; counter: number | null }

/** @returns which of the person's passkeys signed, with its new counter; none when none did. */
export const proved = async (context: Context, sessionId: string, json: string, factors: readonly Passkey[]) => {
  const [expectedChallenge, response] = [await take(context, sessionId, 'prove'), read(json) as AuthenticationResponseJSON | undefined]
  const passkey = factors.find((one) => one.credential_id !== null && one.credential_id === response?.id)
  if (!expectedChallenge || !response || !passkey?.public_key) return undefined
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response, expectedChallenge, expectedOrigin: site().origin, expectedRPID: site().id, requireUserVerification: true,
    credential: { id: passkey.credential_id!, publicKey: Uint8Array.from(passkey.public_key), counter: passkey.counter ?? 0 },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }))
  return verified && authenticationInfo ? { factorId: passkey.id, counter: authenticationInfo.newCounter } : undefined
}
