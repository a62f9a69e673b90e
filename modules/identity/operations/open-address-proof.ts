import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { linkOf, stateOf, token } from '../link.ts'
import type { Context } from '../policy.ts'
import { proveAddress } from './prove-address.ts'

/** What the page of a mail that proves an address shows before its button; reading it uses nothing. */
export const openAddressProof = query({
  http: 'GET /me/addresses/proof',
  input: z.object({ token }),
  output: z.object({ state: z.enum(['good', 'used', 'expired', 'unknown']), email: z.string().nullable() }),
  allow: signedIn,
  run: async (context: Context, input) => {
    const link = await linkOf(context, input.token).where('link.purpose', '=', 'prove-address')
      .where('link.person_id', '=', context.actor.id!).executeTakeFirst()
    return link ? { state: stateOf(link, context.now), email: link.email } : { state: 'unknown' as const, email: null }
  },
  can: { proveAddress },
})
