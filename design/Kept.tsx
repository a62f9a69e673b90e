import { createContext, use, type ComponentProps, type ReactNode } from 'react'

/** Gives the HTML of what `content` makes, rendered the first time that this key is met. */
export type Keep = (key: string, content: () => ReactNode) => string

/** Given by a server around its pages; in the browser nobody keeps anything. */
export const KeepContext = createContext<Keep | undefined>(undefined)

type Tag = 'nav' | 'ul' | 'li' | 'footer' | 'dialog' | 'details'

/**
 * A part of a page that looks the same on many pages and to many people: its inside is rendered once for each `by`, which tells all that
 * the inside shows and is said of nothing else. What it makes reads no context and asks for no `useId`: it is rendered apart from the page.
 */
export function Kept<As extends Tag>({ as, by, children, ...rest }: { as: As, by: string, children: () => ReactNode } & Omit<ComponentProps<As>, 'children'>) {
  const keep = use(KeepContext)
  const Own = as as 'nav'
  const given = rest as ComponentProps<'nav'>
  if (!keep) return <Own {...given}>{children()}</Own>
  // oxlint-disable-next-line react/no-danger -- HTML that React itself has made of this very content
  return <Own {...given} dangerouslySetInnerHTML={{ __html: keep(by, children) }} />
}
