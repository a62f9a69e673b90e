import { fr } from '#design/fr.ts'
import { Hidden } from '#design/Hidden.tsx'
import { Kept } from '#design/Kept.tsx'
import { Link } from '#design/Link.tsx'

/** One list of filters: its name in the address, its choices with how many results each leaves. */
export interface Facet {
  name: string
  legend: string
  choices: { value: string, label: string, count?: number }[]
  chosen: string[]
  /** Only one may be chosen. */
  single?: boolean
}

interface FacetsProps {
  facets: Facet[]
  /** Address of the list, without its parameters. */
  action: string
  /** Parameters to carry along: the words searched, the order. */
  keep?: Record<string, string | string[]>
}

const address = (action: string, keep: FacetsProps['keep'], facets: Facet[], without?: { name: string, value: string }) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(keep ?? {})) for (const one of [value].flat()) query.append(name, one)
  for (const { name, chosen } of facets) {
    for (const value of chosen) if (name !== without?.name || value !== without.value) query.append(name, value)
  }
  return query.size > 0 ? `${action}?${query}` : action
}

/**
 * Filters of a list, kept in the address, one set a page. They open and apply without JavaScript; with it, on a wide screen, they
 * apply as soon as chosen. On a phone they lie in a panel, so that the results come first.
 */
export function Facets({ facets, action, keep }: FacetsProps) {
  const chosen = facets.reduce((sum, facet) => sum + facet.chosen.length, 0)
  return (
    <>
      <button type="button" className="fr-btn fr-btn--secondary fr-btn--icon-left fr-icon-filter-line sl-filters__open"
        popoverTarget="filters">
        {fr.filters.title}{chosen > 0 && <Count n={chosen} />}
      </button>
      <div className="sl-filters" id="filters" popover="auto">
        <button type="button" className="fr-btn fr-btn--close sl-filters__close" popoverTarget="filters"
          popoverTargetAction="hide">{fr.close}</button>
        <form className="sl-facets" method="get" action={action} aria-label={fr.filters.title} data-auto-submit="">
          {Object.entries(keep ?? {}).map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
          {facets.filter(({ choices }) => choices.length > 0).map((facet) => <FacetList key={facet.name} {...facet} />)}
          <div className="sl-facets__end">
            <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm">{fr.filters.apply}</button>
            {chosen > 0 && <Link className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" href={address(action, keep, [])}>
              {fr.filters.clear}</Link>}
          </div>
        </form>
      </div>
    </>
  )
}

function Count({ n }: { n: number }) {
  return <span className="sl-count"> {n}<span className="fr-sr-only"> {fr.filters.chosen(n).replace(/^\S+ /, '')}</span></span>
}

/** Half of a list's elements, and the same for everybody until something is published. */
function FacetList(facet: Facet) {
  const { name, legend, choices, chosen, single } = facet
  return (
    <Kept as="details" by={`facet ${JSON.stringify(facet)}`} className="sl-facet" open={chosen.length > 0 || undefined}>
      {() => (
        <>
          <summary>{legend}{chosen.length > 0 && <Count n={chosen.length} />}</summary>
          <fieldset>
            <legend className="fr-sr-only">{legend}</legend>
            {choices.map(({ value, label, count }) => (
              <div className={single ? 'fr-radio-group fr-radio-group--sm' : 'fr-checkbox-group fr-checkbox-group--sm'} key={value}>
                <input type={single ? 'radio' : 'checkbox'} id={`${name}-${value}`} name={name} value={value}
                  defaultChecked={chosen.includes(value)} />
                <label className="fr-label" htmlFor={`${name}-${value}`}>
                  <span>{label}{count !== undefined && <span className="sl-facet__count">{` (${count})`}</span>}</span></label>
              </div>
            ))}
          </fieldset>
        </>
      )}
    </Kept>
  )
}

/** The filters in force, above the results, each of which can be taken away by one click. */
export function ActiveFilters({ facets, action, keep }: FacetsProps) {
  const active = facets.flatMap(({ name, choices, chosen }) =>
    chosen.map((value) => ({ name, value, label: choices.find((one) => one.value === value)?.label ?? value })))
  if (active.length === 0) return null
  return (
    <ul className="fr-tags-group sl-active" aria-label={fr.filters.active}>
      {active.map(({ name, value, label }) => (
        <li key={`${name}=${value}`}>
          <Link className="fr-tag fr-tag--dismiss" href={address(action, keep, facets, { name, value })}
            title={fr.filters.remove(label)}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}
