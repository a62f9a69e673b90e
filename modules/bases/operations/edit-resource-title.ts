import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { append, checkVersion, draftOf } from '../draft/store.ts'
import { description, title, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Title and description of the draft. @throws Refusal `bases.part-stale` when someone else has written them since. */
export const editResourceTitle = command({
  http: 'PUT /resources/:resourceId/heading',
  input: z.object({ resourceId: z.uuid(), version, title, description }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { version, title, description }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    checkVersion('bases.part-stale', draft.heading.version, version)
    // Saved as it is typed, it is often sent as it already is: that is no change.
    if (title === draft.heading.title && description === draft.heading.description) return { version }
    return { version: await append(context, resource.id, { type: 'title_and_description_edited', data: { title, description } }) }
  },
})
