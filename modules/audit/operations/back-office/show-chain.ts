import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { sealLag } from '../../sealing.ts'

/** How far the trace is sealed, and the anchor that an administrator notes elsewhere: the last seal and its hash. */
export const showChain = query({
  http: 'GET /back-office/trace-chain',
  input: z.object({}),
  output: z.object({
    waiting: z.int(), since: z.string().nullable(),
    anchor: z.object({ sequence: z.int(), hash: z.string(), at: z.string() }).nullable(),
  }),
  allow: holds('administrator'),
  run: ({ db }: Context) => sealLag(db),
})
