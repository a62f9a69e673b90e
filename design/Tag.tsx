import type { ReactNode } from 'react'
import { Link } from '#design/Link.tsx'

/** A word that classes something; with an address, it leads to all that shares it. */
export function Tag({ href, children, small }: { href?: string, children: ReactNode, small?: boolean }) {
  const name = small ? 'fr-tag fr-tag--sm' : 'fr-tag'
  return href ? <Link className={name} href={href}>{children}</Link> : <p className={name}>{children}</p>
}

/** Several tags. */
export function TagList({ tags, small, label }: { tags: { label: string, href?: string }[], small?: boolean, label?: string }) {
  if (tags.length === 0) return null
  return (
    <ul className={small ? 'fr-tags-group fr-tags-group--sm' : 'fr-tags-group'} aria-label={label}>
      {tags.map((tag) => <li key={tag.label}><Tag href={tag.href} small={small}>{tag.label}</Tag></li>)}
    </ul>
  )
}
