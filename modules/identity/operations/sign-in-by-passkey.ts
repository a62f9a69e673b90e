import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import { assertion, credential, read, takeChallenge } from '../passkeys/credential.ts'
import { relyingParty } from '../passkeys/options.ts'
import type { Context } from '../policy.ts'
import { hashOf } from '../token.ts'

/** The same for a key that nobody has, a signature that is wrong and a counter that went back: nothing is learnt by trying. */
const refused = () => new Refusal('identity.passkey-refused', {}, 403)

/**
 * Enters with a passkey that said itself whose it is (Web Authentication §7.2): our challenge, given to this browser and to no other,
 * signed
 * by a device that recognised the person. The session is opened by the route that sets the cookie.
 */
export const signInByPasskey = command({
  http: 'POST /sign-in/passkey',
  input: z.object({ credential, browser: token }),
  output: z.object({ personId: z.uuid(), named: z.boolean() }),
  allow: anyone,
  run: async (context: Context, input) => {
    const { db, now } = context
    const response = read(assertion, input.credential)
    const challenge = response && await takeChallenge(context, response.response.clientDataJSON, { browser_hash: hashOf(input.browser) })
    const passkey = response && await db.selectFrom('identity.passkey').selectAll().where('credential_id', '=', response.id).forUpdate()
      .executeTakeFirst()
    if (!response || !challenge || !passkey) throw refused()
    const { rpID, origin } = relyingParty()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response, expectedChallenge: challenge, expectedOrigin: origin,
      expectedRPID: rpID, requireUserVerification: true,
      credential: { id: passkey.credential_id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
    }).catch(() => { throw refused() })
    if (!verified) throw refused()
    const owner = await db.selectFrom('identity.person as person')
      .innerJoin('identity.account as account', 'account.person_id', 'person.id').where('person.id', '=', passkey.person_id)
      .where('account.kind', '=', 'person').select(['person.first_name', 'account.state']).executeTakeFirst()
    if (owner?.state !== 'active') throw new Refusal('identity.account-suspended', {}, 403)
    await db.updateTable('identity.passkey').set({
      counter: authenticationInfo.newCounter, is_backed_up: authenticationInfo.credentialBackedUp, last_used_at: now,
    }).where('id', '=', passkey.id).execute()
    return { personId: passkey.person_id, named: owner.first_name !== null }
  },
})
