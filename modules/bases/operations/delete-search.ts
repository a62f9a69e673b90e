import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { ownSearch } from '../searching/saved-search.ts'

/** Keeps a search no longer. */
export const deleteSearch = command({
  http: 'DELETE /me/searches/:searchId',
  input: z.object({ searchId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { searchId }) => ownSearch(context, searchId),
  allow: owns('person_id'),
  run: async ({ db }: Context, { searchId }) => {
    await db.deleteFrom('bases.saved_search').where('id', '=', searchId).execute()
    return {}
  },
})
