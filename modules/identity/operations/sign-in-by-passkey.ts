import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import { takeAssertion } from '../passkeys/assertion.ts'
import { credential } from '../passkeys/credential.ts'
import type { Context } from '../policy.ts'
import { hashOf } from '../token.ts'

/**
 * Enters with a passkey that said itself whose it is: our challenge, given to this browser and to no other, signed by a device that
 * recognised the person. The session is opened by the route that sets the cookie.
 */
export const signInByPasskey = command({
  http: 'POST /sign-in/passkey',
  input: z.object({ credential, browser: token }),
  output: z.object({ personId: z.uuid(), named: z.boolean() }),
  allow: anyone,
  run: async (context: Context, input) => {
    const { personId } = await takeAssertion(context, input.credential, { browser_hash: hashOf(input.browser) })
    const owner = await context.db.selectFrom('identity.person as person')
      .innerJoin('identity.account as account', 'account.person_id', 'person.id').where('person.id', '=', personId)
      .where('account.kind', '=', 'person').select(['person.first_name', 'account.state']).executeTakeFirst()
    if (owner?.state !== 'active') throw new Refusal('identity.account-suspended', {}, 403)
    return { personId, named: owner.first_name !== null }
  },
})
