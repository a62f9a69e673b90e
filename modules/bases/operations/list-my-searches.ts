import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { searchedKinds, type SearchedKind } from '../enumerations.ts'
import type { Context } from '../policy.ts'
import { keptFilters, savedFilters, savedSearchesOf } from '../searching/saved-search.ts'
import { saveSearch } from './save-search.ts'

/** The searches that the person keeps, the latest first. */
export const listMySearches = query({
  http: 'GET /me/searches',
  input: z.object({}),
  output: z.object({
    searches: z.array(z.object({
      id: z.uuid(), kind: z.enum(searchedKinds), name: z.string(), text: z.string(), filters: savedFilters, alerts: z.boolean(),
        createdAt: z.string(),
    })),
  }),
  allow: signedIn,
  can: { saveSearch },
  run: async (context: Context) => {
    const rows = await savedSearchesOf(context).select(['id', 'kind', 'name', 'text', 'filters', 'alerts', 'created_at as createdAt'])
      .orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
    return { searches: rows.map((row) => ({ ...row, kind: row.kind as SearchedKind, filters: keptFilters(row.filters) })) }
  },
})
