import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { deliveryRetryAsked } from '../../events.ts'
import type { Context } from '../../policy.ts'

/** Asks that a reaction which failed be tried now, instead of at its next time. */
export const retryDelivery = command({
  http: 'POST /back-office/deliveries/:factId/retry',
  input: z.object({ factId: z.uuid(), reaction: z.string().regex(/^[\w.-]{1,100}$/) }),
  output: z.null(),
  on: ({ db }: Context, { factId, reaction }) => db.selectFrom('kernel.delivery').select(['attempts'])
    .where('reaction', '=', reaction).where('fact_id', '=', factId).executeTakeFirst(),
  allow: holds('administrator'),
  when: ({ attempts }) => attempts > 0 ? undefined : 'supervision.not-failed',
  run: async ({ record }: Context, { factId, reaction }) => {
    await record(deliveryRetryAsked, { factId, reaction })
    return null
  },
})
