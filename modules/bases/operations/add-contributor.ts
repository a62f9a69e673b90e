import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holdEveryFile } from '../attachments.ts'
import { decidesOnResource, lockedResource, type Context } from '../policy.ts'

/** Lets a person write this resource with its editors. */
export const addContributor = command({
  http: 'POST /resources/:resourceId/contributors',
  input: z.object({ resourceId: z.uuid(), personId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: decidesOnResource,
  run: async (context: Context, { personId }, resource) => {
    const person = await context.db.selectFrom('identity.card').select('id').where('id', '=', personId).executeTakeFirst()
    if (!person) throw new Refusal('bases.no-person', {}, 404)
    await context.db.insertInto('bases.resource_contributor')
      .values({ resource_id: resource.id, person_id: personId, added_at: context.now })
      .onConflict((conflict) => conflict.doNothing()).execute()
    await holdEveryFile(context, resource)
    return null
  },
})
