import type { SearchedKind } from '../enumerations.ts'
import type { SavedFilters } from '../searching/saved-search.ts'
import { departmentNamed } from './departments.fr.ts'
import { fr as labels } from './fr.ts'
import { fr } from './saved-search.fr.ts'

/** What a search looks for, in words. */
export function SearchSummary({ kind, text, filters }: { kind: SearchedKind, text: string, filters: Partial<SavedFilters> }) {
  const named = (['themes', 'supportTypes', 'audiences'] as const).flatMap((name) => {
    const words: Readonly<Record<string, string>> = labels[name]
    const values = filters[name] ?? []
    return values.length ? [`${fr[name]} : ${values.map((value) => words[value] ?? value).join(', ')}`] : []
  })
  const lines = [...text ? [fr.words(text)] : [], ...named, ...filters.baseId ? [fr.base] : [],
    ...filters.department ? [fr.department(departmentNamed(filters.department))] : []]
  return <p className="fr-mb-1w">{[fr.kinds[kind], ...lines.length > 0 ? lines : [fr.anything]].join(' · ')}</p>
}
