import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { append, checkVersion, draftOf } from '../draft/store.ts'
import { licence, version } from '../limits.ts'
import { editsResource, lockedResource, type Context } from '../policy.ts'

/** Under which terms others may take the resource up; readers see it with the next publication. */
export const setResourceLicence = command({
  http: 'PUT /resources/:resourceId/licence',
  input: z.object({ resourceId: z.uuid(), version, licence }),
  output: z.object({ version }),
  on: (context: Context, { resourceId }) => lockedResource(context, resourceId),
  allow: editsResource,
  run: async (context: Context, { version, licence }, resource) => {
    const { draft } = await draftOf(context, resource.id)
    checkVersion('bases.part-stale', draft.licence.version, version)
    return { version: await append(context, resource.id, { type: 'licence_changed', data: { licence } }) }
  },
})
