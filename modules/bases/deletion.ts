import { append } from './draft-store.ts'
import { resourceDeleted } from './events.ts'
import { protectAgain, type ResourceRow } from './publishing.ts'
import type { Context } from './policy.ts'

/** The one way in which a resource is deleted, be it alone or with its base: its history says so, and search forgets it at once. */
export const removeResource = async (context: Context, resourceId: string): Promise<ResourceRow> => {
  const resource = await context.db.updateTable('bases.resource').where('id', '=', resourceId)
    .set((eb) => ({ deleted_at: context.now, version: eb('version', '+', 1) })).returningAll().executeTakeFirstOrThrow()
  await append(context, resourceId, { type: 'deleted', data: {} })
  await protectAgain(context, resource)
  await context.record(resourceDeleted, { resourceId })
  return resource
}
