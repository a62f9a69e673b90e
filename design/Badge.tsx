import type { ReactNode } from 'react'

const kinds = {
  neutral: 'fr-badge',
  info: 'fr-badge fr-badge--info',
  success: 'fr-badge fr-badge--success',
  warning: 'fr-badge fr-badge--warning',
  error: 'fr-badge fr-badge--error',
  new: 'fr-badge fr-badge--new',
}

/** The state of a thing, in a word or two. The colour only repeats what the words say. */
export function Badge({ kind = 'neutral', children, icon = false }:
  { kind?: keyof typeof kinds, children: ReactNode, icon?: boolean }) {
  return <p className={`${kinds[kind]} fr-badge--sm${icon ? '' : ' fr-badge--no-icon'}`}>{children}</p>
}
