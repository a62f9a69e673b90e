import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { bringBackResource } from '../publishing/deletion.ts'
import { decidesOnResource, type Context } from '../policy.ts'

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
  when: ({ base_deleted_at, withheld }) => withheld === 'deleted' ? 'bases.withheld' : base_deleted_at === null ? undefined : 'bases.base-gone',
  run: async (context: Context, _, { id }) => {
    const { slug } = await bringBackResource(context, id)
    return { slug }
  },
})
