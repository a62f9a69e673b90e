import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { takeAssertion } from '../passkeys/assertion.ts'
import { credential } from '../passkeys/credential.ts'
import type { Context } from '../policy.ts'

/** A passkey of the person's own answers a challenge that was given to them. The session is renewed by the route that sets the cookie. */
export const proveByPasskey = command({
  http: 'POST /me/proof/passkey',
  input: z.object({ credential }),
  output: z.object({}),
  allow: inPerson,
  run: async (context: Context, input) => {
    await takeAssertion(context, input.credential, { person_id: context.actor.id! }, context.actor.id)
    return {}
  },
})
