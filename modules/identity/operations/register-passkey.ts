import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { passkeyAdded } from '../events.ts'
import { credential, read, registration, takeChallenge } from '../passkeys/credential.ts'
import { ALGORITHMS, relyingParty } from '../passkeys/options.ts'
import type { Context } from '../policy.ts'
import { FRESH } from '../ways-in.ts'

// Whatever is wrong with what a browser sent, it proves nothing.
const refused = () => new Refusal('identity.passkey-refused')

/**
 * Keeps the public key that a device of the person made, once it signed our challenge after it recognised them (Web Authentication §7.1).
 */
export const registerPasskey = command({
  http: 'POST /me/passkeys',
  input: z.object({ name: z.string().trim().min(1).max(60), credential }),
  output: z.object({ passkeyId: z.uuid() }),
  allow: inPerson,
  provedWithin: FRESH,
  run: async (context: Context, input) => {
    const { db, actor, now, record } = context
    const response = read(registration, input.credential)
    const challenge = response && await takeChallenge(context, response.response.clientDataJSON, { person_id: actor.id! })
    if (!response || !challenge) throw refused()
    const { rpID, origin } = relyingParty()
    const { registrationInfo: made } = await verifyRegistrationResponse({
      response, expectedChallenge: challenge, expectedOrigin: origin,
      expectedRPID: rpID, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => { throw refused() })
    if (!made) throw refused()
    const passkeyId = v7()
    const kept = await db.insertInto('identity.passkey').values({
      id: passkeyId, person_id: actor.id!, credential_id: made.credential.id, public_key: Buffer.from(made.credential.publicKey),
      counter: made.credential.counter, transports: response.response.transports, is_backed_up: made.credentialBackedUp, name: input.name,
        created_at: now,
    }).onConflict((conflict) => conflict.column('credential_id').doNothing()).returning('id').executeTakeFirst()
    if (!kept) throw new Refusal('identity.passkey-known')
    await record(passkeyAdded, { personId: actor.id!, passkeyId })
    return { passkeyId }
  },
})
