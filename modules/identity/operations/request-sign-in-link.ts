import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { signInRequested } from '../events.ts'
import { limitSignIn } from '../limit.ts'
import type { Context } from '../policy.ts'
import { returnTo } from '../return-to.ts'

/** In milliseconds. */
const VALID = 15 * 60_000

/**
 * Asks for a link by mail. The answer and its time are the same whether somebody has this address: nobody is looked for here, and the
 * mail leaves from a job.
 */
export const requestSignInLink = command({
  http: 'POST /sign-in/links',
  input: z.object({ email: z.email().max(254).toLowerCase(), returnTo: returnTo.default('/') }),
  output: z.object({}),
  allow: anyone,
  run: async (context: Context, input) => {
    await limitSignIn(context, input.email)
    const linkId = v7()
    await context.db.insertInto('identity.sign_in_link').values({
      id: linkId, email: input.email, purpose: 'sign-in', return_to: input.returnTo, created_at: context.now,
      expires_at: new Date(Date.parse(context.now) + VALID).toISOString(),
    }).execute()
    await context.record(signInRequested, { linkId })
    return {}
  },
})
