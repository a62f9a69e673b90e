import { useId } from 'react'
import { fr } from '#design/fr.ts'

/** Where titles come from while one types, and where each kind of them leads. */
export interface Suggestions {
  /** Address that answers `{ titles: [{ kind, id, slug, title }] }`; what is typed follows it. */
  from: string
  /** In their order on screen. `href` is the beginning of the address: the slug follows it, or else the identifier. */
  groups: { kind: string, label: string, href: string }[]
}

/** A search that leads to an address: a GET form, so that results can be shared and come back with the browser's arrow. */
export function SearchField({ action, name = 'q', label = fr.search, hint, defaultValue, big, id, keep, suggest }: {
  action: string, name?: string, label?: string, hint?: string, defaultValue?: string, big?: boolean, id?: string
  /** Other parameters of the address to carry along, such as filters. */
  keep?: Record<string, string | string[]>
  /** Proposes titles while one types. */
  suggest?: Suggestions
}) {
  const made = useId()
  const own = id ?? made
  return (
    <form className={big ? 'fr-search-bar fr-search-bar--lg' : 'fr-search-bar'} role="search" aria-label={label} action={action}
      method="get">
      <label className="fr-label" htmlFor={own}>{label}</label>
      <input className="fr-input" type="search" id={own} name={name} placeholder={hint ?? label} defaultValue={defaultValue}
        enterKeyHint="search" autoComplete={suggest && 'off'} data-suggest={suggest && JSON.stringify(suggest)} />
      {Object.entries(keep ?? {}).flatMap(([key, value]) => [value].flat().map((one) =>
        <input key={`${key}=${one}`} type="hidden" name={key} value={one} />))}
      <button className="fr-btn" type="submit" title={fr.search}>{fr.search}</button>
    </form>
  )
}
