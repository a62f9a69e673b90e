import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyOf, where } from '#kernel/operation/rule.ts'
import { decidesOnResource, lockedResource, type Context } from '../policy.ts'
import { protectAgain } from '../publishing/publishing.ts'

/** Ends someone's writing of this resource; contributors may also end their own. */
export const removeContributor = command({
  http: 'DELETE /resources/:resourceId/contributors/:personId',
  input: z.object({ resourceId: z.uuid(), personId: z.uuid() }),
  output: z.null(),
  on: async (context: Context, { resourceId, personId }) => {
    const resource = await lockedResource(context, resourceId)
    return resource && { ...resource, oneself: context.actor.id === personId }
  },
  allow: anyOf(decidesOnResource, where('oneself', true)),
  run: async (context: Context, { personId }, resource) => {
    await context.db.deleteFrom('bases.resource_contributor').where('resource_id', '=', resource.id).where('person_id', '=', personId)
      .execute()
    await protectAgain(context, resource)
    return null
  },
})
