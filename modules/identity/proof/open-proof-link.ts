import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { linkOf, stateOf, token } from '../link.ts'
import type { Context } from '../policy.ts'

/** What the page of a mail that proves a person shows before its button; reading it uses nothing. */
export const openProofLink = query({
  http: 'GET /me/proof/link',
  input: z.object({ token }),
  output: z.object({ state: z.enum(['good', 'used', 'expired', 'unknown']) }),
  allow: inPerson,
  run: async (context: Context, input) => {
    const link = await linkOf(context, input.token).where('link.purpose', '=', 'prove-person')
      .where('link.person_id', '=', context.actor.id!).executeTakeFirst()
    return { state: link ? stateOf(link, context.now) : 'unknown' as const }
  },
})
