import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { removeResource } from '../publishing/deletion.ts'
import { decidesOnResource, lockedResource, type Context } from '../policy.ts'

/** Withdraws a resource from everybody at once; `restoreResource` undoes it. */
export const deleteResource = command({
  http: 'DELETE /resources/:resourceId',
  input: z.object({ resourceId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: decidesOnResource,
  run: async (context: Context, _, resource) => {
    await removeResource(context, resource.id)
    return null
  },
})
