import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone, inPerson } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { browserCookie } from '../providers/browser-cookie.ts'
import { providersConfiguration } from '../providers/provider.ts'
import { hashOf, newToken } from '../token.ts'
import { myPasskeys } from '../ways-in.ts'

/** How long the person may look for their device. In milliseconds. */
const LASTS = 5 * 60_000

/** Passkeys belong to the host of the service (Web Authentication §5.1.2, `rpId`). */
export const relyingParty = () => {
  const { origin, name } = providersConfiguration()
  return { rpID: new URL(origin).hostname, rpName: name, origin }
}

/** EdDSA, ES256, RS256: what devices have today (IANA COSE algorithms). */
export const ALGORITHMS = [-8, -7, -257]

const noteChallenge = async ({ db, now }: Context, challenge: string, whose: { person_id: string } | { browser_hash: Buffer }) => {
  const expires = new Date(Date.parse(now) + LASTS).toISOString()
  await db.insertInto('identity.passkey_challenge').values({ challenge_hash: hashOf(challenge), expires_at: expires, ...whose }).execute()
}

/** What the browser needs to make a passkey for the person who is signed in. */
const optionsToAdd = raw({
  http: 'POST /passkeys/new',
  input: z.object({}),
  allow: inPerson,
  bodyLimit: 1000,
  handle: async (context: Context, _, __, { reply }) => {
    const { actor, db } = context
    const own = await myPasskeys(context).select(['passkey.credential_id', 'passkey.transports']).execute()
    const address = await db.selectFrom('identity.address').select('email').where('person_id', '=', actor.id!).orderBy('is_primary', 'desc')
      .executeTakeFirst()
    const { rpID, rpName } = relyingParty()
    const challenge = Buffer.from(newToken(), 'base64url')
    const options = await generateRegistrationOptions({
      rpID, rpName, challenge, userName: address?.email ?? actor.name ?? rpName, userDisplayName: actor.name ?? '',
        userID: Buffer.from(actor.id!),
      excludeCredentials: own.map((one) => ({ id: one.credential_id, transports: one.transports })),
      supportedAlgorithmIDs: ALGORITHMS, authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    await noteChallenge(context, options.challenge, { person_id: actor.id! })
    return reply.header('cache-control', 'no-store').send(options)
  },
})

/** What the browser needs to ask the person who is signed in for one of their own passkeys. */
const optionsToProve = raw({
  http: 'POST /proof/passkeys',
  input: z.object({}),
  allow: inPerson,
  bodyLimit: 1000,
  handle: async (context: Context, _, __, { reply }) => {
    const own = await myPasskeys(context).select(['passkey.credential_id', 'passkey.transports']).execute()
    const options = await generateAuthenticationOptions({
      rpID: relyingParty().rpID, userVerification: 'required', challenge: Buffer.from(newToken(), 'base64url'),
      allowCredentials: own.map((one) => ({ id: one.credential_id, transports: one.transports })),
    })
    await noteChallenge(context, options.challenge, { person_id: context.actor.id! })
    return reply.header('cache-control', 'no-store').send(options)
  },
})

/** What the browser needs to find the passkeys that it has for this service: nobody is named, so nobody can be looked for. */
const optionsToEnter = raw({
  http: 'POST /sign-in/passkeys',
  input: z.object({}),
  allow: anyone,
  bodyLimit: 1000,
  handle: async (context: Context, _, __, { request, reply }) => {
    const { browser, cookie } = browserCookie(request.headers.cookie)
    const options = await generateAuthenticationOptions({
      rpID: relyingParty().rpID, userVerification: 'required', challenge: Buffer.from(newToken(), 'base64url'),
    })
    await noteChallenge(context, options.challenge, { browser_hash: hashOf(browser) })
    return reply.header('set-cookie', cookie).header('cache-control', 'no-store').send(options)
  },
})

export const optionRoutes = [optionsToAdd, optionsToEnter, optionsToProve]
