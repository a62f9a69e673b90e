import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { memberRole } from '../limits.ts'
import { decideRequest, lockedRequest } from '../joining/join-requests.ts'
import { addMember } from '../joining/members.ts'
import { administersBase, type Context } from '../policy.ts'

/** Lets in somebody who asked. */
export const acceptJoinRequest = command({
  http: 'POST /base-join-requests/:requestId/acceptance',
  input: z.object({ requestId: z.uuid(), role: memberRole.default('contributor') }),
  output: z.null(),
  on: (context: Context, { requestId }) => lockedRequest(context, requestId),
  allow: administersBase,
  when: ({ request }) => request.state === 'pending' ? undefined : 'bases.request-decided',
  run: async (context: Context, { role }, { id, request }) => {
    await addMember(context, id, request.person_id, role)
    await decideRequest(context, request, 'accepted')
    return null
  },
})
