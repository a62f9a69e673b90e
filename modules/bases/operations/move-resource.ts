import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { append } from '../draft/store.ts'
import { resourceUnpublished } from '../events.ts'
import { decidesOnResource, lockedResource, placeFor, writesThere, type Context } from '../policy.ts'
import { protectAgain } from '../publishing/publishing.ts'

/** Into a base of which one is a member, or out of any. Its members edit it from now on; a private base closes it at once. */
export const moveResource = command({
  http: 'PUT /resources/:resourceId/base',
  input: z.object({ resourceId: z.uuid(), baseId: z.uuid().nullable().default(null) }),
  output: z.object({ isOpen: z.boolean() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: decidesOnResource,
  run: async (context: Context, { baseId }, resource) => {
    if (resource.base_id === baseId) return { isOpen: resource.is_open }
    const place = await placeFor(context, baseId)
    if (!place) throw new Refusal('bases.no-base', {}, 404)
    if (!writesThere.holds(context.actor, place)) throw new Refusal('bases.not-a-member', {}, 403)
    const after = await context.db.updateTable('bases.resource').where('id', '=', resource.id)
      .set({ base_id: place.base_id, base_is_public: place.base_is_public, version: resource.version + 1 })
      .returningAll().executeTakeFirstOrThrow()
    await append(context, resource.id, { type: 'base_changed', data: { baseId } })
    await protectAgain(context, after)
    if (resource.is_open && !after.is_open) await context.record(resourceUnpublished, { resourceId: resource.id })
    return { isOpen: after.is_open }
  },
})
