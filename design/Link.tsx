import { createContext, use, type AnchorHTMLAttributes } from 'react'
import { Link as RouterLink } from 'react-router'
import { fr } from '#design/fr.ts'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'

/** True inside pages that React takes over in the browser: only there does following a link without reloading exist. */
export const Hydrated = createContext(false)

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string, 'data-dialog'?: string }

const staysInside = (href: string) => href.startsWith('/') && !href.startsWith('//') && !/^\/(api|files|design)\//.test(href)

/** A server writes of React Router's link no more than its `<a>`: what makes it follow is the browser's, and was a tenth of a page. */
const followed = typeof document !== 'undefined'

/** A link. On a hydrated page an inner one follows without a reload; everywhere else it is a plain `<a>`, which costs nothing. */
export function Link({ href, children, ...rest }: LinkProps) {
  const leaves = rest.target !== undefined || rest.download !== undefined || rest['data-dialog'] !== undefined
  if (followed && !leaves && staysInside(href) && use(Hydrated)) return <RouterLink to={href} discover="none" {...rest}>{children}</RouterLink>
  const opens = rest.target === '_blank'
  return (
    <a href={href} rel={opens ? 'noopener noreferrer' : undefined} {...rest}>
      {children}{opens && <VisuallyHidden> ({fr.external})</VisuallyHidden>}
    </a>
  )
}
