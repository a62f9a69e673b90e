import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { remove } from '#modules/search/api.ts'
import { holdBasePictures } from '../publishing/attachments.ts'
import { removeResource } from '../publishing/deletion.ts'
import { baseDeleted } from '../events.ts'
import { kinds } from '../indexing.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'

/**
 * Deletes a base with its resources and its collections; confirmed by its title, typed. Each resource's history says so. `restoreBase`
 * brings all of them back until the delay is over.
 */
export const deleteBase = command({
  http: 'DELETE /bases/:baseId',
  input: z.object({ baseId: z.uuid(), title: z.string().trim() }),
  output: z.null(),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  when: (base, { title }) => title === base.title ? undefined : 'bases.title-differs',
  run: async (context: Context, _, base) => {
    const { db, now } = context
    const resources = await db.selectFrom('bases.resource').select('id').where('base_id', '=', base.id).where('deleted_at', 'is', null)
      .orderBy('id').forNoKeyUpdate().execute()
    for (const { id } of resources) await removeResource(context, id)
    await db.updateTable('bases.collection').set({ deleted_at: now }).where('base_id', '=', base.id).where('deleted_at', 'is', null)
      .execute()
    await db.updateTable('bases.base').where('id', '=', base.id).set({ deleted_at: now, updated_at: now, version: base.version + 1 })
      .execute()
    await holdBasePictures(context, { ...base, logo_file_id: null, cover_file_id: null })
    await remove(context, kinds.base, base.id)
    await context.record(baseDeleted, { baseId: base.id, byId: context.actor.id })
    return null
  },
})
