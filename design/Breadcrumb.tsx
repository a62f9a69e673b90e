import { fr } from '#design/fr.ts'
import { Link } from '#design/Link.tsx'

/** One step of the way to the page. */
export interface Crumb { label: string, href: string }

/** The way from the home page to this one, which is named last and not a link. */
export function Breadcrumb({ crumbs, current }: { crumbs: Crumb[], current: string }) {
  return (
    <nav className="fr-breadcrumb" aria-label={fr.here}>
      <ol className="fr-breadcrumb__list">
        {crumbs.map(({ label, href }) => <li key={href}><Link className="fr-breadcrumb__link" href={href}>{label}</Link></li>)}
        <li><span className="fr-breadcrumb__link" aria-current="page">{current}</span></li>
      </ol>
    </nav>
  )
}
