import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { linkOf, masked, stateOf, token } from '../link.ts'
import type { Context } from '../policy.ts'

/**
 * What the page of the mail's link shows before its button. Reads and changes nothing: scanners of mail open every link, and must not
 * use this one.
 */
export const openSignInLink = query({
  http: 'GET /sign-in/link',
  input: z.object({ token }),
  output: z.object({
    state: z.enum(['good', 'used', 'expired', 'unknown']), address: z.string().nullable(), returnTo: z.string(), signedIn: z.boolean(),
  }),
  allow: anyone,
  run: async (context: Context, input) => {
    const link = await linkOf(context, input.token).where('link.purpose', '=', 'sign-in').executeTakeFirst()
    const signedIn = context.actor.id !== undefined
    if (!link) return { state: 'unknown' as const, address: null, returnTo: '/', signedIn }
    return { state: stateOf(link, context.now), address: masked(link.email), returnTo: link.return_to, signedIn }
  },
})
