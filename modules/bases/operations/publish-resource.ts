import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { append, draftOf } from '../draft/store.ts'
import { publicationMade, resourcePublished } from '../events.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'
import { missingToPublish, writePublished } from '../publishing/publishing.ts'
import { holdIfSpam } from '../moderation/withholding.ts'

/** Shows the draft to readers: to all, or to the editors alone when the resource or its base is private. */
export const publishResource = command({
  http: 'POST /resources/:resourceId/publication',
  input: z.object({ resourceId: z.uuid() }),
  output: z.object({ slug: z.string(), publishedAt: z.string(), isOpen: z.boolean() }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, _, resource) => {
    const { draft, changed } = await draftOf(context, resource.id)
    const again = resource.published_at !== null
    if (again && !changed) throw new Refusal('bases.nothing-changed')
    const missing = missingToPublish(draft, resource.is_public)
    if (missing[0]) throw new Refusal(missing[0])
    const published = await holdIfSpam(context, await writePublished(context, resource, draft), draft)
    const sequence = await append(context, resource.id, { type: again ? 'republished' : 'published', data: {} })
    await context.record(publicationMade, { resourceId: resource.id, sequence })
    if (published.is_open) await context.record(resourcePublished, { resourceId: resource.id, again })
    return { slug: published.slug!, publishedAt: published.published_at!, isOpen: published.is_open }
  },
})
