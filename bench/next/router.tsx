import type { AnchorHTMLAttributes } from 'react'

/** What the components of `design/` take from React Router, without it: on this page a link is a plain link, as it is on ours. */
export const Link = ({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) => <a href={to} {...rest} />
export const Form = 'form'
export const useActionData = () => undefined
export const useNavigation = () => ({ state: 'idle' })
