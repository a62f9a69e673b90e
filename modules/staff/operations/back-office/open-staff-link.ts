import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { masked } from '#modules/identity/api.ts'
import { linkOf, stateOf, token } from '../../link.ts'
import type { Context } from '../../policy.ts'

/** What the page of the mail's link shows before its button. Changes nothing: scanners of mail open every link. */
export const openStaffLink = query({
  http: 'GET /back-office/sign-in/link',
  input: z.object({ token }),
  output: z.object({ state: z.enum(['good', 'used', 'expired', 'unknown']), address: z.string().nullable(), returnTo: z.string() }),
  allow: anyone,
  run: async (context: Context, input) => {
    const link = await linkOf(context, input.token).executeTakeFirst()
    if (!link) return { state: 'unknown' as const, address: null, returnTo: '/' }
    return { state: stateOf(link, context.now), address: masked(link.email), returnTo: link.return_to }
  },
})
