import { fr } from '#design/fr.ts'
import { Kept } from '#design/Kept.tsx'
import { Link } from '#design/Link.tsx'

/** One entry of the main menu: a link, or a group that opens. */
export type NavItem =
  | { label: string, href: string, current?: boolean }
  | { label: string, items: { label: string, href: string, current?: boolean }[] }

/** The main menu. Groups are native disclosures: they open without JavaScript. */
export function Navigation({ items }: { items: NavItem[] }) {
  return (
    <Kept as="nav" by={`menu ${JSON.stringify(items)}`} className="fr-nav" id="navigation" aria-label={fr.mainMenu}>
      {() => (
        <ul className="fr-nav__list">
          {items.map((item) => (
            <li className="fr-nav__item" key={item.label}>{'items' in item ? <Group {...item} /> : <Entry {...item} />}</li>
          ))}
        </ul>
      )}
    </Kept>
  )
}

function Entry({ label, href, current }: { label: string, href: string, current?: boolean }) {
  return <Link className="fr-nav__link" href={href} aria-current={current ? 'page' : undefined}>{label}</Link>
}

function Group({ label, items }: { label: string, items: { label: string, href: string, current?: boolean }[] }) {
  const current = items.some((item) => item.current)
  return (
    <details className="sl-drop" name="navigation" data-drop="">
      <summary className="fr-nav__btn" aria-current={current ? 'true' : undefined}>{label}</summary>
      <div className="fr-menu">
        <ul className="fr-menu__list">{items.map((item) => <li key={item.href}><Entry {...item} /></li>)}</ul>
      </div>
    </details>
  )
}
