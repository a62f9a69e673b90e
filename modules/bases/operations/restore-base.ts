import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { where } from '#kernel/operation/rule.ts'
import { holdBasePictures } from '../publishing/attachments.ts'
import { bringBackResource } from '../publishing/deletion.ts'
import { baseRestored } from '../events.ts'
import { indexBase } from '../indexing.ts'
import type { Context } from '../policy.ts'

/**
 * Undoes the deletion of a base: it is again as it was, with the resources and the collections that went with it. What had been deleted before
 * it stays deleted. A deleted base gives no rights any more: its members' rows say who administered it.
 */
export const restoreBase = command({
  http: 'POST /bases/:baseId/restoration',
  input: z.object({ baseId: z.uuid() }),
  output: z.object({ slug: z.string() }),
  on: ({ db, actor }: Context, { baseId }) => db.selectFrom('bases.base as base').selectAll('base')
    .innerJoin('bases.base_member as member', (join) => join.onRef('member.base_id', '=', 'base.id').on('member.person_id', '=', actor.id ?? null))
    .select(sql<boolean>`member.role = 'administrator'`.as('administered'))
    .where('base.id', '=', baseId).where('base.deleted_at', 'is not', null).forNoKeyUpdate('base').executeTakeFirst(),
  allow: where('administered', true),
  when: ({ withheld }) => withheld === 'deleted' ? 'bases.withheld' : undefined,
  run: async (context: Context, _, before) => {
    const { db, now } = context
    const gone = await db.selectFrom('bases.resource').select('id').where('base_id', '=', before.id).where('deleted_at', '=', before.deleted_at)
      .orderBy('id').forNoKeyUpdate().execute()
    await db.updateTable('bases.collection').set({ deleted_at: null }).where('base_id', '=', before.id).where('deleted_at', '=', before.deleted_at).execute()
    const base = await db.updateTable('bases.base').where('id', '=', before.id)
      .set({ deleted_at: null, updated_at: now, version: before.version + 1 }).returningAll().executeTakeFirstOrThrow()
    await holdBasePictures(context, base)
    await indexBase(context, base)
    for (const { id } of gone) await bringBackResource(context, id)
    await context.record(baseRestored, { baseId: base.id })
    return { slug: base.slug }
  },
})
