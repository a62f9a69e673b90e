import type { ReactNode } from 'react'

/** Nothing here yet: say so calmly, and offer the next step. */
export function EmptyState({ title, children, action }: { title: string, children?: ReactNode, action?: ReactNode }) {
  return (
    <div className="sl-empty">
      <EmptyPicture />
      <p className="sl-empty__title">{title}</p>
      {children && <div className="sl-empty__more">{children}</div>}
      {action && <div className="sl-empty__action">{action}</div>}
    </div>
  )
}

/** A small boat on a calm sea: where there is nothing to show. */
export function EmptyPicture() {
  return (
    <svg className="sl-empty__picture" width="120" height="72" viewBox="0 0 120 72" fill="none" strokeWidth="3"
      strokeLinecap="round" aria-hidden="true" focusable="false">
      <path className="sl-mark__wake--far" d="M8 60C22 52 34 66 48 58S74 52 88 60 106 62 112 58" />
      <path className="sl-mark__wake" d="M26 46C36 40 46 52 58 45S80 40 94 46" />
      <path className="sl-empty__hull" d="M44 32H78L72 42H50Z M60 32V10L74 27H60" strokeLinejoin="round" />
      <circle className="sl-mark__boat" cx="96" cy="14" r="6" />
    </svg>
  )
}
