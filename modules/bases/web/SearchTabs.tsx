import { Tabs } from '#design/Tabs.tsx'
import { fr } from './search.fr.ts'
import { urls } from './routes.ts'

interface Total { total: number, atLeast: boolean }
export interface Totals { resources: Total, bases: Total, profiles: Total }
type Type = 'all' | keyof Totals

/** The types of what the same words find, each with its number and its address. Nothing without words: each list is then a page of its own. */
export function SearchTabs({ text, totals, current }: { text: string | undefined, totals: Totals | undefined, current: Type }) {
  if (!text || !totals) return null
  const tab = (type: keyof Totals, href: string) => ({
    label: `${fr.search[type]} (${fr.search.total(totals[type].total, totals[type].atLeast)})`, href, current: current === type,
  })
  return (
    <Tabs label={fr.search.types} tabs={[
      { label: fr.search.all, href: urls.search(text), current: current === 'all' },
      tab('resources', urls.resources({ text })), tab('bases', urls.bases({ text })), tab('profiles', urls.profiles({ text })),
    ]} />
  )
}
