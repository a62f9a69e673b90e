import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holdBasePictures, holdPublishedFiles } from '../publishing/attachments.ts'
import { baseColumns } from '../base.ts'
import { resourcePublished, resourceUnpublished } from '../events.ts'
import { indexBase, indexResource } from '../indexing.ts'
import { baseInput } from '../limits.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'
import { claimSlug } from '../titles/slugs.ts'
import { holdBaseIfSpam } from '../moderation/withholding.ts'

/** A base that closes closes what it holds, and opens it again: the tables follow, files and search are told here. */
const protectWhatItHolds = async (context: Context, baseId: string) => {
  const resources = await context.db.selectFrom('bases.resource').selectAll().where('base_id', '=', baseId)
    .where('published_at', 'is not', null).where('deleted_at', 'is', null).where('is_public', '=', true).orderBy('id').execute()
  for (const resource of resources) {
    await holdPublishedFiles(context, resource)
    await indexResource(context, resource)
    if (resource.is_open) await context.record(resourcePublished, { resourceId: resource.id, again: true })
    else await context.record(resourceUnpublished, { resourceId: resource.id })
  }
}

/** Writes a base again, whole. Its former address goes on leading to it. */
export const updateBase = command({
  http: 'PUT /bases/:baseId',
  input: z.object({ baseId: z.uuid(), ...baseInput.shape }),
  output: z.object({ slug: z.string(), version: z.int() }),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  versioned: true,
  when: ({ withheld }, { isPublic }) => withheld !== null && isPublic ? 'bases.withheld' : undefined,
  run: async (context: Context, input, before) => {
    const slug = await claimSlug(context, 'base', before.id, input.title)
    const columns = await holdBaseIfSpam(context, before.id, slug, await baseColumns(context, input, before))
    const base = await context.db.updateTable('bases.base').where('id', '=', before.id)
      .set({ slug, ...columns, updated_at: context.now, version: before.version + 1 }).returningAll().executeTakeFirstOrThrow()
    await holdBasePictures(context, base)
    await indexBase(context, base)
    if (base.is_public !== before.is_public) await protectWhatItHolds(context, base.id)
    return { slug, version: base.version }
  },
})
