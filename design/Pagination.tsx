import { fr } from '#design/fr.ts'
import { Link } from '#design/Link.tsx'

type PaginationProps =
  /** By cursor: what comes before and after, when there is something. */
  | { previous?: string, next?: string, label?: string }
  /** By number, from 1. */
  | { page: number, pages: number, href: (page: number) => string, label?: string }

/** The way through a long list. Nothing is shown when everything fits on one page. */
export function Pagination(props: PaginationProps) {
  const links = 'page' in props ? numbered(props) : <ByCursor {...props} />
  const nothing = 'page' in props ? props.pages < 2 : !props.previous && !props.next
  if (nothing) return null
  return (
    <nav className="fr-pagination sl-pagination" aria-label={props.label ?? fr.pages.label}>
      <ul className="fr-pagination__list">{links}</ul>
    </nav>
  )
}

function Step({ href, kind, rel }: { href?: string, kind: 'previous' | 'next', rel: 'prev' | 'next' }) {
  const name = kind === 'previous' ? 'fr-pagination__link fr-pagination__link--prev fr-pagination__link--label sl-pagination__step'
    : 'fr-pagination__link fr-pagination__link--next fr-pagination__link--label sl-pagination__step'
  if (!href) return <li><span className={name} aria-disabled="true">{fr.pages[kind]}</span></li>
  return <li><Link className={name} href={href} rel={rel}>{fr.pages[kind]}</Link></li>
}

function ByCursor({ previous, next }: { previous?: string, next?: string }) {
  return (
    <>
      {previous && <Step href={previous} kind="previous" rel="prev" />}
      {next && <Step href={next} kind="next" rel="next" />}
    </>
  )
}

function numbered({ page, pages, href }: { page: number, pages: number, href: (page: number) => string }) {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return (
    <>
      <Step href={page > 1 ? href(page - 1) : undefined} kind="previous" rel="prev" />
      {shown.flatMap((n, index) => {
        const leap = index > 0 && n - shown[index - 1]! > 1
        const gap = <li key={`gap-${n}`} aria-hidden="true"><span className="fr-pagination__link">…</span></li>
        return [leap && gap, (
          <li key={n}>
            <Link className="fr-pagination__link" href={href(n)} aria-current={n === page ? 'page' : undefined}
              title={n === page ? fr.pages.of(n, pages) : fr.pages.page(n)}>{n}</Link>
          </li>
        )]
      })}
      <Step href={page < pages ? href(page + 1) : undefined} kind="next" rel="next" />
    </>
  )
}
