import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { find } from '#modules/search/api.ts'
import { kinds } from '../indexing.ts'
import { page, perPage } from '../limits.ts'
import { basesSeenBy, type Context } from '../policy.ts'

const baseCard = z.object({
  id: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(), department: z.string().nullable(),
  logoFileId: z.uuid().nullable(),
  isPublic: z.boolean(), resourcesCount: z.int(), createdAt: z.string(),
})

const cardsOf = async (context: Context, ids: string[]) => {
  const rows = await basesSeenBy(context)
    .select([
      'base.id', 'base.slug', 'base.title', 'base.excerpt', 'base.department', 'base.logo_file_id as logoFileId',
      'base.is_public as isPublic',
      'base.created_at as createdAt',
      sql<number>`(select count(*) from bases.resource as one where one.base_id = base.id and one.is_open)`.as('resourcesCount'),
    ])
    .where((eb) => eb('base.id', '=', eb.fn.any(eb.val(ids)))).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Bases that the reader may see, by words; without words, by title. */
export const findBases = query({
  http: 'GET /bases',
  input: z.object({
    text: z.string().optional(), department: z.string().max(3).optional(),
    sort: z.enum(['relevance', 'recent', 'oldest', 'a-z', 'z-a']).optional(),
    page, perPage,
  }),
  output: z.object({
    bases: z.array(baseCard), total: z.int(), totalIsAtLeast: z.boolean(), page: z.int(), pages: z.int(),
    facets: z.object({ departments: z.record(z.string(), z.int()) }), corrected: z.string().optional(),
  }),
  allow: anyone,
  run: async (context: Context, { text, department, sort, page, perPage }) => {
    const found = await find(context, {
      kinds: [kinds.base], text, facets: department === undefined ? {} : { department: [department] },
      sort: sort ?? (text?.trim() ? 'relevance' : 'a-z'), page, perPage,
    })
    return {
      bases: await cardsOf(context, found.ids.map(({ id }) => id)), total: found.total, totalIsAtLeast: found.totalIsAtLeast, page,
      pages: found.pages, facets: { departments: found.facets['department'] ?? {} }, corrected: found.corrected,
    }
  },
})
