import { SearchField, type Suggestions } from '#design/SearchField.tsx'
import { urls } from './routes.ts'
import { fr } from './search.fr.ts'

/** Titles proposed while one types, by type, and where each leads. */
export const suggestions: Suggestions = {
  from: urls.titles(),
  groups: [
    { kind: 'resource', label: fr.search.resources, href: urls.resource('') }, { kind: 'base', label: fr.search.bases, href: urls.base('') },
    { kind: 'profile', label: fr.search.profiles, href: urls.profile('') },
  ],
}

/** The search of everything, which proposes titles while one types; a plain form without JavaScript. */
export function QuickSearch(props: { action: string, label: string, hint: string, defaultValue?: string, big?: boolean, id?: string }) {
  return <SearchField {...props} name="text" suggest={suggestions} />
}
