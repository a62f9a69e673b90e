import NextLink from 'next/link'
import type { AnchorHTMLAttributes } from 'react'

/** What the components of `design/` take from React Router, as Next.js has it: an inner link follows without a reload, in both. */
export const Link = ({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) => <NextLink href={to} prefetch={false} {...rest} />
export const Form = 'form'
export const useActionData = () => undefined
export const useNavigation = () => ({ state: 'idle' })
