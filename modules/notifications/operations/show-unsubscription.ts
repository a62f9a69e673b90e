import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { kindOf } from '../kinds.ts'
import type { Context } from '../policy.ts'
import { unsubscriptionOf } from '../unsubscription.ts'

/** What the link of a mail stops, and whether it is stopped already. The secret is the proof: nobody signs in to hear less. */
export const showUnsubscription = query({
  http: 'GET /unsubscriptions/:token',
  input: z.object({ token: z.string().max(100) }),
  output: z.object({ isDigest: z.boolean(), labels: z.array(z.string()), isDone: z.boolean(), token: z.string() }),
  on: (context: Context, { token }) => unsubscriptionOf(context, token, false),
  allow: anyone,
  run: async (_: Context, { token }, found) => ({
    isDigest: found.is_digest, labels: found.kinds.flatMap((kind) => kindOf(kind)?.label ?? []), isDone: found.is_done, token,
  }),
})
