import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from '../policy.ts'
import { assertion, read, takeChallenge } from './credential.ts'
import { relyingParty } from './options.ts'

/** The same for a key that nobody has, a signature that is wrong and a counter that went back: nothing is learnt by trying. */
const refused = () => new Refusal('identity.passkey-refused', {}, 403)

/**
 * Checks what a device answered (Web Authentication §7.2): our challenge, given to this person or browser and to no other, signed by a device
 * that recognised the person; notes that the passkey served. @param ofPerson whose passkey it must be; anybody's when left out.
 * @returns the person of the passkey. @throws Refusal 403.
 */
export const takeAssertion = async (
  context: Context, credential: string, challenged: { person_id: string } | { browser_hash: Buffer }, ofPerson?: string,
): Promise<{ personId: string }> => {
  const { db, now } = context
  const response = read(assertion, credential)
  const challenge = response && await takeChallenge(context, response.response.clientDataJSON, challenged)
  const passkey = response && await db.selectFrom('identity.passkey').selectAll().where('credential_id', '=', response.id).forUpdate()
    .executeTakeFirst()
  if (!response || !challenge || !passkey || ofPerson !== undefined && passkey.person_id !== ofPerson) throw refused()
  const { rpID, origin } = relyingParty()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true,
    credential: { id: passkey.credential_id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
  }).catch(() => { throw refused() })
  if (!verified) throw refused()
  await db.updateTable('identity.passkey').set({
    counter: authenticationInfo.newCounter, is_backed_up: authenticationInfo.credentialBackedUp, last_used_at: now,
  }).where('id', '=', passkey.id).execute()
  return { personId: passkey.person_id }
}
