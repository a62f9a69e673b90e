import { z } from 'zod'
import type { SearchedKind } from '../enumerations.ts'
import { kinds } from '../indexing.ts'
import { audience, departmentNumber, supportType, theme } from '../limits.ts'
import type { Context } from '../policy.ts'

/** More would be a way to read everything twice. */
export const MOST_SAVED = 50

/** What is searched for, by its name in search. */
export const kindsOf: Readonly<Record<SearchedKind, string>> = { resources: kinds.resource, bases: kinds.base, profiles: kinds.profile }

/** What narrows a search that is kept, as the lists take it: of bases by their department, of the rest by what resources have. */
export const savedFilters = z.object({
  themes: z.array(theme).max(theme.options.length).default([]), supportTypes: z.array(supportType).max(supportType.options.length).default([]),
  audiences: z.array(audience).max(audience.options.length).default([]), baseId: z.uuid().optional(), department: departmentNumber.optional(),
})
export type SavedFilters = z.output<typeof savedFilters>

/** Filters of before: a value that exists no more is left out. */
export const keptFilters = (kept: unknown): SavedFilters => {
  const whole = savedFilters.safeParse(kept)
  if (whole.success) return whole.data
  const { themes = [], supportTypes = [], audiences = [] } = kept as Record<string, string[] | undefined>
  const known = <T extends string>(values: readonly string[], one: z.ZodType<T>) => values.flatMap((value) => one.safeParse(value).data ?? [])
  return { themes: known(themes, theme), supportTypes: known(supportTypes, supportType), audiences: known(audiences, audience) }
}

/** The same for the search itself. */
export const facetsOf = (kind: SearchedKind, { themes, supportTypes, audiences, baseId, department }: SavedFilters): Record<string,
  string[]> => {
  if (kind === 'resources') return { theme: themes, supportType: supportTypes, audience: audiences,
    base: baseId === undefined ? [] : [baseId] }
  return kind === 'bases' && department ? { department: [department] } : {}
}

/** A search is its owner's, and nobody else's. */
export const savedSearchesOf = ({ db, actor }: Context) => db.selectFrom('bases.saved_search as saved').where('saved.person_id', '=', actor.id ?? null)

/** Target of a command on one search. */
export const ownSearch = (context: Context, searchId: string) =>
  savedSearchesOf(context).select(['saved.id', 'saved.person_id']).where('saved.id', '=', searchId).forUpdate('saved').executeTakeFirst()
