import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { signInRequested } from '../events.ts'
import { limitSignIn } from '../limit.ts'
import type { Context } from '../policy.ts'
import { returnTo } from '../return-to.ts'

/** In milliseconds. */
const VALID = 15 * 60_000

/** Asks for a mail to an address that one has proved: who opens it, still signed in, is the person again. */
export const requestProofLink = command({
  http: 'POST /me/proof/links',
  input: z.object({ email: z.email().max(254).toLowerCase(), returnTo: returnTo.default('/') }),
  output: z.object({}),
  on: ({ db, actor }: Context, { email }) => db.selectFrom('identity.address').selectAll().where('person_id', '=', actor.id ?? null)
    .where('email', '=', email).where('verified_at', 'is not', null).executeTakeFirst(),
  allow: inPerson,
  run: async (context: Context, input, { email, person_id }) => {
    const { db, now, record } = context
    await limitSignIn(context, email)
    const linkId = v7()
    await db.insertInto('identity.sign_in_link').values({
      id: linkId, email, purpose: 'prove-person', person_id, return_to: input.returnTo, created_at: now,
      expires_at: new Date(Date.parse(now) + VALID).toISOString(),
    }).execute()
    await record(signInRequested, { linkId })
    return {}
  },
})
