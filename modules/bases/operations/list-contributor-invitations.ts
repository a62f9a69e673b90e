import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { pendingInvitations, sentInvitation } from '../joining/pending.ts'
import { decidesOnResource, resourceWithRights, type Context } from '../policy.ts'
import { revokeInvitation } from './revoke-invitation.ts'

/** Who was invited to write a resource and has not answered, for those who invite there. */
export const listContributorInvitations = query({
  http: 'GET /resources/:resourceId/invitations',
  input: z.object({ resourceId: z.uuid() }),
  output: z.object({ invitations: z.array(sentInvitation) }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId).executeTakeFirst(),
  allow: decidesOnResource,
  can: { revokeInvitation: { ...revokeInvitation, allow: decidesOnResource } },
  run: async (context: Context, _, resource) => ({ invitations: await pendingInvitations(context, { resourceId: resource.id }) }),
})
