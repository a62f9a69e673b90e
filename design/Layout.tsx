import type { ReactNode } from 'react'
import { Footer } from '#design/Footer.tsx'
import { fr } from '#design/fr.ts'
import { Header, type HeaderProps } from '#design/Header.tsx'
import { SiteName } from '#design/Page.tsx'

interface LayoutProps extends HeaderProps {
  /** `<Notice>`s above the content, for everybody. */
  notices?: ReactNode
  /** What just happened: a `<Flash>`, shown by the server after a success. */
  flash?: ReactNode
  children: ReactNode
}

/** What surrounds every page: skip links, head, notices, the main part, foot. */
export function Layout({ notices, flash, children, ...header }: LayoutProps) {
  const { site } = header
  const skips = [
    { href: '#content', label: fr.skip.content },
    header.navigation?.length ? { href: '#navigation', label: fr.skip.menu } : undefined,
    header.search ? { href: '#search', label: fr.skip.search } : undefined,
    { href: '#footer', label: fr.skip.footer },
  ].filter((skip) => skip !== undefined)
  return (
    <SiteName value={site.name}>
      <div className="fr-skiplinks">
        <nav className="fr-container" aria-label={fr.skip.label}>
          <ul className="fr-skiplinks__list">
            {skips.map(({ href, label }) => <li key={href}><a className="fr-link" href={href}>{label}</a></li>)}
          </ul>
        </nav>
      </div>
      <Header {...header} />
      {notices && <section aria-label={fr.notices}>{notices}</section>}
      <main id="content" className="sl-main" tabIndex={-1} data-offline={site.offline ? '/sw.js' : undefined}>
        {flash && <div className="fr-container">{flash}</div>}
        {children}
      </main>
      <Footer site={site} />
    </SiteName>
  )
}
