import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { append, checkVersion, draftOf } from '../draft/store.ts'
import { chosenAudiences, chosenSupportTypes, chosenThemes, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** What the resource is found by: themes, types of support, audiences. */
export const setResourceIndexation = command({
  http: 'PUT /resources/:resourceId/indexation',
  input: z.object({
    resourceId: z.uuid(), version, themes: chosenThemes, supportTypes: chosenSupportTypes, audiences: chosenAudiences,
  }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { version, themes, supportTypes, audiences }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    checkVersion('bases.part-stale', draft.indexation.version, version)
    return { version: await append(context, resource.id, { type: 'indexation_changed', data: { themes, supportTypes, audiences } }) }
  },
})
