import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { signInRequested } from '../events.ts'
import { limitSignIn } from '../limit.ts'
import type { Context } from '../policy.ts'

/** In milliseconds. */
const VALID = 15 * 60_000

/** Asks for a mail to an address that one has claimed, or that a provider gave without answering for it. */
export const requestAddressProof = command({
  http: 'POST /me/addresses/proofs',
  input: z.object({ email: z.email().max(254).toLowerCase() }),
  output: z.object({}),
  on: ({ db, actor }: Context, { email }) => db.selectFrom('identity.address').selectAll().where('person_id', '=', actor.id ?? null)
    .where('email', '=', email).executeTakeFirst(),
  allow: inPerson,
  when: (address) => address.verified_at ? 'identity.address-proved' : undefined,
  run: async (context: Context, _, { email, person_id }) => {
    const { db, now, record } = context
    await limitSignIn(context, email)
    const linkId = v7()
    await db.insertInto('identity.sign_in_link').values({
      id: linkId, email, purpose: 'prove-address', person_id, return_to: '/', created_at: now, expires_at: new Date(Date.parse(now) + VALID)
        .toISOString(),
    }).execute()
    await record(signInRequested, { linkId })
    return {}
  },
})
