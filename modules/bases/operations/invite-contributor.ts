import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { invite, invited, invitesOne } from '../joining/invitations.ts'
import { decidesOnResource, lockedResource, type Context } from '../policy.ts'

/** Invites somebody to write this resource with its editors, by name or by address. */
export const inviteContributor = command({
  http: 'POST /resources/:resourceId/invitations',
  input: z.object({ resourceId: z.uuid(), ...invited }),
  output: z.object({ invitationId: z.uuid() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: decidesOnResource,
  when: (_, input) => invitesOne(input),
  run: async (context: Context, { personId, ...input }, resource) => {
    const writes = personId !== undefined && (resource.created_by === personId || await context.db.selectFrom('bases.resource_contributor')
      .select('person_id').where('resource_id', '=', resource.id).where('person_id', '=', personId).executeTakeFirst())
    if (writes) throw new Refusal('bases.already-writes')
    return { invitationId: await invite(context, { ...input, personId, resourceId: resource.id }) }
  },
})
