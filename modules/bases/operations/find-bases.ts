import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { find, logged, tries, type Sort } from '#modules/search/api.ts'
import { departmentFirst as departmentOf } from '../searching/department.ts'
import { kinds, searches } from '../indexing.ts'
import { page, perPage } from '../limits.ts'
import { basesSeenBy, type Context } from '../policy.ts'
import { totalsOf, typeTotals } from '../searching/totals.ts'

export const baseCard = z.object({
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

/** Bases and profiles count otherwise than resources (counting.ts). */
export const sharedSorts = { resources: 'views', followers: 'saves' } as const satisfies Record<string, Sort>

const input = z.object({
  text: z.string().optional(), department: z.string().max(3).optional(),
  sort: z.enum(['relevance', 'recent', 'oldest', 'resources', 'followers', 'a-z', 'z-a']).optional(),
  page, perPage,
  /** Those of the person's department first, whichever the order. */
  departmentFirst: z.boolean().optional(),
  /** Asks how many resources and profiles the same words find. */
  withTotals: z.boolean().optional(),
})

/** Bases by words, without a line in the log. */
export const basesFound = async (context: Context, { text, department, sort, page, perPage, departmentFirst, withTotals }: z.output<typeof input>) => {
  const first = await departmentOf(context, departmentFirst ?? false)
  const order = sort ?? (text?.trim() ? 'relevance' : 'a-z')
  const [found, totals] = await Promise.all([find(context, {
    kinds: [kinds.base], text, facets: department === undefined ? {} : { department: [department] },
    sort: order === 'resources' || order === 'followers' ? sharedSorts[order] : order, page, perPage,
    ...first && { first: { facet: 'department', values: [first] } },
  }), withTotals ? totalsOf(context, text ?? '') : undefined])
  return {
    bases: await cardsOf(context, found.ids.map(({ id }) => id)), total: found.total, totalIsAtLeast: found.totalIsAtLeast, page,
    pages: found.pages, facets: { departments: Object.fromEntries(found.facets['department'] ?? []) }, corrected: found.corrected,
    tries: found.total === 0 && text ? await tries(context, [kinds.base], text) : [], ownDepartment: first,
    totals: totals && found.corrected !== undefined ? await totalsOf(context, found.corrected) : totals,
    signedIn: context.actor.id !== undefined,
  }
}

/** Bases that the reader may see, by words; without words, by title. */
export const findBases = query({
  http: 'GET /bases',
  input,
  output: z.object({
    bases: z.array(baseCard), total: z.int(), totalIsAtLeast: z.boolean(), page: z.int(), pages: z.int(),
    facets: z.object({ departments: z.record(z.string(), z.int()) }), corrected: z.string().optional(),
    /** Nothing found: shorter texts that find something. */
    tries: z.array(z.string()), totals: typeTotals.optional(),
    /** The person's department, which came first; null when it was asked and they have not said which it is. */
    ownDepartment: z.string().nullable().optional(),
    /** Who asks may ask for their department first. */
    signedIn: z.boolean(),
  }),
  allow: anyone,
  run: (context: Context, given) => {
    const { text, department, page } = given
    const work = () => basesFound(context, given)
    return page > 1 ? work() : logged(context, { kind: searches.bases, text, filters: department ? { department: [department] } : {} }, work)
  },
})
