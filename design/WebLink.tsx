/**
 * A page of another site, with what one wants to know before leaving: its title and whose site it is.
 * @param through address of ours that leads there, where following the link is counted.
 */
export function WebLink({ href, title, through }: { href: string, title?: string | null, through?: string }) {
  const host = new URL(href).hostname.replace(/^www\./, '')
  return (
    <a className="sl-file" href={through ?? href} rel="nofollow noopener">
      <span className="sl-file__icon fr-icon-external-link-line" aria-hidden="true" />
      <span><span className="sl-file__name">{title || host}</span>{title && <span className="fr-hint-text">{host}</span>}</span>
    </a>
  )
}
