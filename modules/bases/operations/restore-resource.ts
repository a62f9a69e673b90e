import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { append } from '../draft-store.ts'
import { resourceRestored } from '../events.ts'
import { decidesOnResource, type Context } from '../policy.ts'
import { protectAgain } from '../publishing.ts'

/** Undoes a deletion: the resource is again as it was, published if it was. Not when its base went with it. */
export const restoreResource = command({
  http: 'POST /resources/:resourceId/restoration',
  input: z.object({ resourceId: z.uuid() }),
  output: z.object({ slug: z.string().nullable() }),
  on: ({ db, actor }: Context, { resourceId }) => db.selectFrom('bases.resource as resource')
    .leftJoin('bases.base as base', 'base.id', 'resource.base_id')
    .selectAll('resource').select('base.deleted_at as base_deleted_at')
    .where('resource.id', '=', resourceId).where('resource.deleted_at', 'is not', null).where(decidesOnResource.where(actor, 'resource'))
    .forNoKeyUpdate('resource').executeTakeFirst(),
  allow: decidesOnResource,
  when: ({ base_deleted_at }) => base_deleted_at === null ? undefined : 'bases.base-gone',
  run: async (context: Context, _, { id, version }) => {
    const resource = await context.db.updateTable('bases.resource').where('id', '=', id)
      .set({ deleted_at: null, version: version + 1 }).returningAll().executeTakeFirstOrThrow()
    await append(context, id, { type: 'restored', data: {} })
    await protectAgain(context, resource)
    await context.record(resourceRestored, { resourceId: id })
    return { slug: resource.slug }
  },
})
