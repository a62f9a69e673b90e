import type { ReactNode } from 'react'

const kinds = {
  info: 'fr-alert fr-alert--info',
  success: 'fr-alert fr-alert--success',
  warning: 'fr-alert fr-alert--warning',
  error: 'fr-alert fr-alert--error',
}

/** Something to know before going on, in the flow of the page. */
export function Alert({ kind = 'info', title, level = 3, children }:
  { kind?: keyof typeof kinds, title?: string, level?: 2 | 3 | 4, children?: ReactNode }) {
  const Heading = `h${level}` as const
  return (
    <div className={title ? kinds[kind] : `${kinds[kind]} fr-alert--sm`}>
      {title && <Heading className="fr-alert__title">{title}</Heading>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
