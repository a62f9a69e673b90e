import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { decideRequest, lockedRequest } from '../joining/join-requests.ts'
import { administersBase, type Context } from '../policy.ts'

/** Says no to somebody who asked; they may ask again later. */
export const declineJoinRequest = command({
  http: 'POST /base-join-requests/:requestId/refusal',
  input: z.object({ requestId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { requestId }) => lockedRequest(context, requestId),
  allow: administersBase,
  when: ({ request }) => request.state === 'pending' ? undefined : 'bases.request-decided',
  run: async (context: Context, _, { request }) => {
    await decideRequest(context, request, 'declined')
    return null
  },
})
