import type { Facet } from '#design/Facets.tsx'
import { fr as labels } from './fr.ts'
import { fr } from './reader.fr.ts'
import type { ResourceFilters } from './routes.ts'

const sentences = fr.resources

/** What people read for each value. */
type Words = Readonly<Record<string, string>>

/** The filters that the address holds; values that do not exist are left out, as the page's answer leaves them out. */
export const filtersOf = (params: URLSearchParams) => {
  const known = (name: string, names: Words) =>
    [...new Set(params.getAll(name))].filter((value) => Object.hasOwn(names, value))
  const sort = params.get('sort') ?? ''
  return {
    text: params.get('text')?.trim() || undefined, themes: known('themes', labels.themes),
    supportTypes: known('supportTypes', labels.supportTypes),
    audiences: known('audiences', labels.audiences), baseId: params.get('baseId') || undefined,
    sort: Object.hasOwn(sentences.sorts, sort) ? sort : undefined,
    departmentFirst: params.get('departmentFirst') === 'true' ? 'true' : undefined,
  } satisfies ResourceFilters
}
export type Filters = ReturnType<typeof filtersOf>

interface Counts {
  themes: Record<string, number>
  supportTypes: Record<string, number>
  audiences: Record<string, number>
  bases: { id: string; title: string; count: number }[]
}

/**
 * Values of one list of filters, the most frequent first. Once one is chosen the others would add results, not cut them: all are
 * offered, without a number that would mislead.
 */
const choicesOf = (names: Words, counts: Readonly<Record<string, number>>, chosen: readonly string[]): Facet['choices'] => {
  const label = (value: string) => names[value] ?? value
  if (chosen.length) {
    return [...new Set([...chosen, ...Object.keys(names)])]
      .map((value) => ({ value, label: label(value), count: chosen.includes(value) ? counts[value] ?? 0 : undefined }))
  }
  return Object.entries(counts).toSorted(([one, more], [other, less]) => less - more || label(one).localeCompare(label(other), 'fr'))
    .map(([value, count]) => ({ value, label: label(value), count }))
}

const uncounted = (facet: Facet): Facet => ({ ...facet, choices: facet.choices.map(({ value, label }) => ({ value, label })) })

/** Lists of filters of resources, with how many results each value leaves where that was counted and not guessed from a sample. */
export const facetsOf = (filters: Filters, counts: Counts, areExact: boolean): Facet[] =>
  areExact ? listsOf(filters, counts) : listsOf(filters, counts).map(uncounted)

const listsOf = (filters: Filters, counts: Counts): Facet[] => [
  ...(['themes', 'supportTypes', 'audiences'] as const).map((name) =>
    ({ name, legend: sentences[name], choices: choicesOf(labels[name], counts[name], filters[name]), chosen: filters[name] })),
  {
    name: 'baseId', legend: sentences.bases, single: true,
    chosen: counts.bases.some(({ id }) => id === filters.baseId) ? [filters.baseId!] : [],
    choices: counts.bases.map(({ id, title, count }) => ({ value: id, label: title, count })),
  },
]
