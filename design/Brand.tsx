import { Fragment } from 'react'
import { fr } from '#design/fr.ts'
import { Link } from '#design/Link.tsx'
import { Mark } from '#design/mark/Mark.tsx'
import type { Site } from '#design/site.ts'

/** Who speaks: our mark and the service's name; in the State theme, the Marianne block first. */
export function Brand({ site }: { site: Site }) {
  const { name, tagline, logo, theme } = site
  return (
    <>
      {theme === 'state' && <div className="fr-header__logo"><StateMark operator={site.operator} /></div>}
      <div className="fr-header__service sl-brand">
        <Link className="sl-brand__link" href="/" title={fr.home(name)}>
          {logo ? <img src={logo.src} alt={logo.alt} width={logo.width} height={logo.height} /> : theme === 'neutral' && <Mark />}
          <span>
            <span className="fr-header__service-title">{name}</span>
            <span className="fr-header__service-tagline">{tagline}</span>
          </span>
        </Link>
      </div>
    </>
  )
}

/** The State's own block. Only services that are entitled to it may show it. */
export function StateMark({ operator = fr.republic }: { operator?: string }) {
  const lines = operator.split('\n')
  return <p className="fr-logo">{lines.map((line, index) => <Fragment key={line}>{index > 0 && <br />}{line}</Fragment>)}</p>
}
