import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { logged, suggest } from '#modules/search/api.ts'
import { kinds, searches } from '../indexing.ts'
import type { Context } from '../policy.ts'
import { visibleAmong } from '../profile-index.ts'

/** Of each type: a list that one reads at a glance. */
const MOST = { [kinds.resource]: 5, [kinds.base]: 3, [kinds.profile]: 3 } as const

const nameOf = { [kinds.resource]: 'resource', [kinds.base]: 'base', [kinds.profile]: 'profile' } as const

const suggested = async (context: Context, prefix: string) => {
  const groups = await Promise.all(Object.entries(MOST).map(([kind, most]) => suggest(context, [kind], prefix, most)))
  const [found, ids] = [groups.flat(), groups.flat().map(({ id }) => id)]
  if (found.length === 0) return { titles: [], total: 0 }
  const [addresses, seen] = await Promise.all([
    context.db.selectFrom('bases.slug').select(['target_id', 'slug']).where('current', '=', true)
      .where((eb) => eb('target_id', '=', eb.fn.any(eb.val(ids)))).execute(),
    visibleAmong(context, groups[2]!.map(({ id }) => id)),
  ])
  const slugs = new Map(addresses.map(({ target_id, slug }) => [target_id, slug]))
  const titles = found.map(({ kind, id, title }) => ({ kind: nameOf[kind as keyof typeof nameOf], id, title, slug: slugs.get(id) ?? null }))
    .filter(({ kind, id, slug }) => kind === 'profile' ? seen.has(id) : slug !== null)
  return { titles, total: titles.length }
}

/** Titles of resources, bases and public profiles that what is being typed may lead to, by type. */
export const suggestTitles = query({
  http: 'GET /titles',
  input: z.object({ prefix: z.string() }),
  output: z.object({
    titles: z.array(z.object({
      kind: z.enum(['resource', 'base', 'profile']), id: z.uuid(), title: z.string(),
      /** Its address; a profile has none but its identifier. */
      slug: z.string().nullable(),
    })),
  }),
  allow: anyone,
  run: (context: Context, { prefix }) => logged(context, { kind: searches.quick, text: prefix }, () => suggested(context, prefix)),
})
