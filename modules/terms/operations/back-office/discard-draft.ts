import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { draftTarget } from '../../changing.ts'
import type { Context } from '../../policy.ts'

/** Gives up the version that is being written. */
export const discardDraft = command({
  http: 'DELETE /back-office/terms/draft',
  input: z.object({}),
  output: z.null(),
  on: async (context: Context) => (await draftTarget(context)).draft,
  allow: holds('administrator'),
  versioned: true,
  run: async ({ db }: Context, _, draft) => {
    await db.deleteFrom('terms.version').where('id', '=', draft.id).execute()
    return null
  },
})
