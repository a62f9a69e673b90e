import { StateMark } from '#design/Brand.tsx'
import { fr } from '#design/fr.ts'
import { Kept } from '#design/Kept.tsx'
import { Link } from '#design/Link.tsx'
import { Mark } from '#design/mark/Mark.tsx'
import type { Site } from '#design/site.ts'
import { ThemeChoice } from '#design/ThemeChoice.tsx'

/** The foot of every page: who runs the service, the links that the law asks for, the choice of light or dark. */
export function Footer({ site }: { site: Site }) {
  const { name, tagline, theme, operator, footerLinks, accessibility } = site
  return (
    <Kept as="footer" by={`foot ${JSON.stringify(site)}`} className="fr-footer" role="contentinfo" id="footer">
      {() => (
        <div className="fr-container">
          <div className="fr-footer__body">
            <div className="fr-footer__brand">
              <Link className="sl-footer__brand" href="/" title={fr.home(name)}>
                {theme === 'state' ? <StateMark operator={operator} /> : <><Mark size={40} /> <span>{name}</span></>}
              </Link>
            </div>
            <div className="fr-footer__content">
              <p className="fr-footer__content-desc">{tagline}{theme === 'neutral' && operator && <><br />{operator}</>}</p>
              <ThemeChoice />
            </div>
          </div>
          <div className="fr-footer__bottom">
            <ul className="fr-footer__bottom-list">
              {accessibility && (
                <li className="fr-footer__bottom-item">
                  <Link className="fr-footer__bottom-link" href={accessibility.href}>{fr.accessibility(accessibility.level)}</Link>
                </li>
              )}
              {footerLinks.map(({ label, href }) => (
                <li className="fr-footer__bottom-item" key={href}><Link className="fr-footer__bottom-link" href={href}>{label}
                  </Link></li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </Kept>
  )
}
