import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

/** An administrator asks that a job which failed be done again. */
export const jobRetryAsked = fact({
  name: 'supervision.job-retry-asked', data: z.object({ executionId: z.uuid() }), subject: ({ executionId }) => `job:${executionId}`,
})

/** An administrator asks that a delivery which waits for its next try be tried now. */
export const deliveryRetryAsked = fact({
  name: 'supervision.delivery-retry-asked', data: z.object({ reaction: z.string(), factId: z.uuid() }),
  subject: ({ reaction, factId }) => `delivery:${reaction}:${factId}`,
})
