import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#kernel/operation/actor.ts'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { find, logged, tries } from '#modules/search/api.ts'
import { resourceCard, selectCards, type ResourceCard } from '../cards.ts'
import { basesOfDepartment, departmentFirst as departmentOf } from '../searching/department.ts'
import { kinds, searches } from '../indexing.ts'
import { audience, page, perPage, supportType, theme } from '../limits.ts'
import { seesBase, type Context } from '../policy.ts'
import { totalsOf, typeTotals } from '../searching/totals.ts'

const anyOf = <Values extends z.ZodEnum>(values: Values) => z.array(values).max(values.options.length).default([])

export const sorts = ['relevance', 'recent', 'oldest', 'views', 'saves', 'recommendations', 'a-z', 'z-a'] as const

const MOST_BASES = 20

/** Titles of bases that the actor may see, by identifier. */
const selectTitles = (actor: Actor, ids: string[]) => sql<Record<string, string>>`
  (select coalesce(json_object_agg(base.id, base.title), '{}') from bases.base as base
    where base.id = any(${ids}::uuid[]) and base.deleted_at is null and ${seesBase.where(actor, 'base')})`

/** Cards, and the bases that filters offer, in one statement. */
const shown = async ({ db, actor }: Context, ids: string[], bases: [id: string, count: number][]) => {
  const { rows: [row] } = await sql<{ cards: ResourceCard[]; titles: Record<string, string> }>`
    select ${selectCards(actor, ids)} as cards, ${selectTitles(actor, bases.map(([id]) => id))} as titles`.execute(db)
  const { cards, titles } = row!
  return { resources: cards, bases: bases.flatMap(([id, count]) => titles[id] === undefined ? [] : { id, title: titles[id], count }) }
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
  const { theme = [], supportType = [], audience = [], base = [] } = found.facets
  const [{ resources, bases }, others] = await Promise.all([
    shown(context, found.ids.map(({ id }) => id), base.slice(0, MOST_BASES)),
    found.total === 0 && text ? tries(context, [kinds.resource], text) : [],
  ])
  return {
    resources, total: found.total, totalIsAtLeast: found.totalIsAtLeast,
    page, pages: found.pages, facetsAreExact: found.facetsAreExact,
    facets: { themes: Object.fromEntries(theme), supportTypes: Object.fromEntries(supportType), audiences: Object.fromEntries(audience), bases },
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
