import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { suggest } from '#modules/search/api.ts'
import { kinds } from '../indexing.ts'
import type { Context } from '../policy.ts'

const MOST = 8

const nameOf = { [kinds.resource]: 'resource', [kinds.base]: 'base' } as Readonly<Record<string, 'resource' | 'base'>>

/** Titles of resources and bases that what is being typed may lead to. */
export const suggestTitles = query({
  http: 'GET /titles',
  input: z.object({ prefix: z.string() }),
  output: z.object({
    titles: z.array(z.object({ kind: z.enum(['resource', 'base']), id: z.uuid(), slug: z.string(), title: z.string() })),
  }),
  allow: anyone,
  run: async (context: Context, { prefix }) => {
    const found = await suggest(context, Object.values(kinds), prefix, MOST)
    if (found.length === 0) return { titles: [] }
    const addresses = await context.db.selectFrom('bases.slug').select(['target_id', 'slug']).where('current', '=', true)
      .where((eb) => eb('target_id', '=', eb.fn.any(eb.val(found.map(({ id }) => id))))).execute()
    const slugs = new Map(addresses.map(({ target_id, slug }) => [target_id, slug]))
    return { titles: found.map(({ kind, id, title }) => ({ kind: nameOf[kind]!, id, title, slug: slugs.get(id)! })) }
  },
})
