import { Children, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { Link } from '#design/Link.tsx'

/** How much a button asks for attention: one `primary` a page. */
export type Priority = 'primary' | 'secondary' | 'tertiary' | 'quiet' | 'danger'

interface Look {
  priority?: Priority
  size?: 'sm' | 'md' | 'lg'
  icon?: `fr-icon-${string}`
  /** Shows the icon alone; the words stay for readers and as a tooltip. */
  iconOnly?: boolean
}

const priorities: Record<Priority, string | undefined> = {
  primary: undefined,
  secondary: 'fr-btn--secondary',
  tertiary: 'fr-btn--tertiary',
  quiet: 'fr-btn--tertiary-no-outline',
  danger: 'sl-btn--danger',
}
const sizes = { sm: 'fr-btn--sm', md: undefined, lg: 'fr-btn--lg' }

const look = ({ priority = 'primary', size = 'md', icon, iconOnly }: Look, extra?: string) =>
  classes('fr-btn', priorities[priority], sizes[size], icon, icon && !iconOnly && 'fr-btn--icon-left', extra)

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { 'data-dialog'?: string, 'data-copy'?: string }

/** A button. It does not send the form it stands in unless told `type="submit"`. */
export function Button({ priority, size, icon, iconOnly, className, children, ...rest }: ButtonProps) {
  const title = iconOnly && typeof children === 'string' ? children : undefined
  const looks = look({ priority, size, icon, iconOnly }, className)
  return <button type="button" title={title} {...rest} className={looks}>{children}</button>
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ href, children, target, download, dialog, ...rest }:
  Look & { href: string, children: ReactNode, target?: '_blank', download?: boolean | string, dialog?: string }) {
  return <Link href={href} target={target} download={download} data-dialog={dialog} className={look(rest)}>{children}</Link>
}

/** Buttons side by side on a wide screen, one below another on a phone. */
export function ButtonGroup({ children, align = 'left' }: { children: ReactNode, align?: 'left' | 'right' | 'center' }) {
  return (
    <ul className={aligns[align]}>
      {Children.map(children, (child) => child && <li>{child}</li>)}
    </ul>
  )
}

const aligns = { left: 'sl-buttons', right: 'sl-buttons sl-buttons--right', center: 'sl-buttons sl-buttons--center' }
