import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { find, logged, tries } from '#modules/search/api.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { basesOfDepartment, departmentFirst as departmentOf } from '../searching/department.ts'
import { kinds, searches } from '../indexing.ts'
import { audience, page, perPage, supportType, theme } from '../limits.ts'
import { seesBase, type Context } from '../policy.ts'
import { totalsOf, typeTotals } from '../searching/totals.ts'

const anyOf = <Values extends z.ZodEnum>(values: Values) => z.array(values).max(values.options.length).default([])

export const sorts = ['relevance', 'recent', 'oldest', 'views', 'saves', 'recommendations', 'a-z', 'z-a'] as const

const MOST_BASES = 20

const countedBases = async (context: Context, counts: Readonly<Record<string, number>>) => {
  const most = Object.entries(counts).toSorted(([, one], [, other]) => other - one).slice(0, MOST_BASES)
  if (most.length === 0) return []
  const { rows } = await sql<{ id: string; title: string }>`select base.id, base.title from bases.base as base
    where base.id = any(${most.map(([id]) => id)}::uuid[]) and base.deleted_at is null and ${seesBase.where(context.actor, 'base')}`.execute(context.db)
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return most.flatMap(([id, count]) => titles.has(id) ? { id, title: titles.get(id)!, count } : [])
}

const input = z.object({
  text: z.string().optional(), themes: anyOf(theme), supportTypes: anyOf(supportType), audiences: anyOf(audience),
  baseId: z.uuid().optional(), sort: z.enum(sorts).optional(), page, perPage,
  /** Those of bases of the person's department first, whichever the order. */
  departmentFirst: z.boolean().optional(),
  /** Asks how many bases and profiles the same words find. */
  withTotals: z.boolean().optional(),
})

/** Resources by words and filters, without a line in the log. */
export const resourcesFound = async (
  context: Context, { text, themes, supportTypes, audiences, baseId, sort, page, perPage, departmentFirst, withTotals }: z.output<typeof input>,
) => {
  const chosen = { theme: themes, supportType: supportTypes, audience: audiences, base: baseId === undefined ? [] : [baseId] }
  const department = await departmentOf(context, departmentFirst ?? false)
  const values = department ? await basesOfDepartment(context, department) : []
  const [found, totals] = await Promise.all([find(context, {
    kinds: [kinds.resource], text, facets: Object.fromEntries(Object.entries(chosen).filter(([, some]) => some.length > 0)),
    sort: sort ?? (text?.trim() ? 'relevance' : 'recent'), page, perPage, ...values.length > 0 && { first: { facet: 'base', values } },
  }), withTotals ? totalsOf(context, text ?? '') : undefined])
  const { theme = {}, supportType = {}, audience = {}, base = {} } = found.facets
  const [resources, bases, others] = await Promise.all([
    cardsOf(context, found.ids.map(({ id }) => id)), countedBases(context, base),
    found.total === 0 && text ? tries(context, [kinds.resource], text) : [],
  ])
  return {
    resources, total: found.total, totalIsAtLeast: found.totalIsAtLeast,
    page, pages: found.pages, facets: { themes: theme, supportTypes: supportType, audiences: audience, bases }, facetsAreExact: found.facetsAreExact,
    corrected: found.corrected, tries: others, department,
    totals: totals && found.corrected !== undefined ? await totalsOf(context, found.corrected) : totals,
    signedIn: context.actor.id !== undefined,
  }
}

/**
 * Published resources that the reader may see, by words and by filters: one value of each filter is enough, every filter counts.
 * `facets` says how many have each value. Without words, the newest first unless told.
 */
export const findResources = query({
  http: 'GET /resources',
  input,
  output: z.object({
    resources: z.array(resourceCard), total: z.int(), totalIsAtLeast: z.boolean(), page: z.int(), pages: z.int(),
    facets: z.object({
      themes: z.record(z.string(), z.int()), supportTypes: z.record(z.string(), z.int()), audiences: z.record(z.string(), z.int()),
      /** Bases that the reader may see, the fullest first. */
      bases: z.array(z.object({ id: z.uuid(), title: z.string(), count: z.int() })),
    }),
    /** False where `facets` counts a sample: the order that it gives is right, its numbers are not. */
    facetsAreExact: z.boolean(),
    corrected: z.string().optional(),
    /** Nothing found: shorter texts that find something. */
    tries: z.array(z.string()),
    totals: typeTotals.optional(),
    /** The department that came first; null when it was asked and the person has not said which is theirs. */
    department: z.string().nullable().optional(),
    /** Who asks may ask for their department first. */
    signedIn: z.boolean(),
  }),
  allow: anyone,
  run: (context: Context, given) => {
    const { text, themes, supportTypes, audiences, page } = given
    const work = () => resourcesFound(context, given)
    // The next pages of a search are the same one.
    return page > 1 ? work() : logged(context, { kind: searches.resources, text, filters: { themes, supportTypes, audiences } }, work)
  },
})
