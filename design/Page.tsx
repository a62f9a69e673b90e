import { createContext, use, type ReactNode } from 'react'
import { Breadcrumb, type Crumb } from '#design/Breadcrumb.tsx'
import { classes } from '#design/classes.ts'

/** The service's name, told by Layout, that ends each document title. */
export const SiteName = createContext('')

interface PageProps {
  title: string
  /** When the heading is not enough alone in a browser's tab. */
  documentTitle?: string
  /** Steps from the home page, without the page itself. */
  breadcrumb?: Crumb[]
  lead?: ReactNode
  /** Small facts above the title: tags, a badge, a date. */
  above?: ReactNode
  /** The main action, first for the keyboard after the title. */
  actions?: ReactNode
  /** `text` keeps lines short, for reading and forms; `wide` is for lists. */
  width?: 'text' | 'wide'
  children: ReactNode
}

/** One page: its title in the document and on screen, the way to it, its lead and main action, its content. */
export function Page({ title, documentTitle = title, breadcrumb, lead, above, actions, width = 'wide', children }: PageProps) {
  const site = use(SiteName)
  return (
    <div className={classes('fr-container sl-page', width === 'text' && 'sl-page--text')}>
      <title>{site ? `${documentTitle} – ${site}` : documentTitle}</title>
      {breadcrumb && <Breadcrumb crumbs={breadcrumb} current={title} />}
      <div className="sl-page__head">
        <div className="sl-page__words">
          {above && <div className="sl-page__above">{above}</div>}
          <h1 id="title" tabIndex={-1}>{title}</h1>
          {lead && <div className="fr-text--lead sl-page__lead">{lead}</div>}
        </div>
        {actions && <div className="sl-page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
