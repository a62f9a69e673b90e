import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { decide } from '../requests.ts'
import { receives, requestsIn, type Context } from '../policy.ts'

/** Says no to somebody who asked, and why: the person reads the reason. */
export const refuseJoinRequest = command({
  http: 'POST /organisations/:organisationId/join-requests/:requestId/refusal',
  input: z.object({ organisationId: z.uuid(), requestId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: z.null(),
  on: (context: Context, { organisationId, requestId }) => requestsIn(context, organisationId).where('request.id', '=', requestId)
    .selectAll('request').forNoKeyUpdate('request').executeTakeFirst(),
  allow: receives,
  when: ({ state }) => state === 'pending' ? undefined : 'organisations.request-decided',
  run: async (context: Context, { organisationId, requestId, reason }) => {
    await decide(context, { organisationId, requestId, state: 'refused', reason })
    return null
  },
})
