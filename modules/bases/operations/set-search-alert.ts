import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { ownSearch } from '../searching/saved-search.ts'

/** Wants to be told what a search newly finds, from now on; or no longer. */
export const setSearchAlert = command({
  http: 'PUT /me/searches/:searchId/alert',
  input: z.object({ searchId: z.uuid(), alerts: z.boolean() }),
  output: z.object({}),
  on: (context: Context, { searchId }) => ownSearch(context, searchId),
  allow: owns('person_id'),
  run: async ({ db, now }: Context, { searchId, alerts }) => {
    await db.updateTable('bases.saved_search').set({ alerts, ...alerts && { told_until: now } }).where('id', '=', searchId).where('alerts', '!=', alerts).execute()
    return {}
  },
})
