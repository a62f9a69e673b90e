import type { ReactNode } from 'react'
import { fr } from '#design/fr.ts'
import { Icon } from '#design/Icon.tsx'
import { Kept } from '#design/Kept.tsx'
import { Link } from '#design/Link.tsx'

/** One quick link: an address to go to, or one to post to, for what changes something, such as signing out. */
export interface QuickLink {
  label: string
  href?: string
  post?: string
  icon?: `fr-icon-${string}`
  /** How many new things wait there. */
  count?: number
  /** Topic of the signals after which it is read again while the page is open. */
  live?: string
}

/** Sign in, messages, the person's own links. `flat` is for the phone's menu, where nothing needs to open further. */
export function QuickAccess({ links, person, beside, flat }:
  { links: QuickLink[], person?: { name: string, links: QuickLink[] }, beside?: ReactNode, flat?: boolean }) {
  return (
    <ul className="sl-quick">
      {links.map((link) => <Kept as="li" key={link.label} by={`quick ${JSON.stringify(link)}`} data-live={link.live}>{() => <One {...link} />}</Kept>)}
      {beside && <li>{beside}</li>}
      {person && flat && (
        <li>
          <span className="sl-quick__name">{fr.yourAccount(person.name)}</span>
          <Own links={person.links} className="sl-quick__own" />
        </li>
      )}
      {person && !flat && (
        <li>
          <details className="sl-drop sl-drop--right" data-drop="">
            <summary className="sl-quick__link"><Icon name="fr-icon-account-circle-line" size="sm" /> {person.name}</summary>
            <Own links={person.links} className="sl-drop__list" />
          </details>
        </li>
      )}
    </ul>
  )
}

/** The person's own links. */
function Own({ links, className }: { links: QuickLink[], className: string }) {
  return (
    <Kept as="ul" by={`own ${JSON.stringify(links)}`} className={className}>
      {() => links.map((link) => <li key={link.label}><One {...link} /></li>)}
    </Kept>
  )
}

function One({ label, href, post, icon, count }: QuickLink) {
  const content = (
    <>
      {icon && <Icon name={icon} size="sm" />} {label}
      {count !== undefined && count > 0 && <span className="sl-count"> {count > 99 ? '99+' : count}
        <span className="fr-sr-only"> {fr.unread(count).replace(/^\S+ /, '')}</span></span>}
    </>
  )
  if (post) return <form method="post" action={post} data-leaves=""><button className="sl-quick__link" type="submit">{content}</button></form>
  return <Link className="sl-quick__link" href={href ?? '/'}>{content}</Link>
}
