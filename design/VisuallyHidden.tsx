import type { ReactNode } from 'react'

/** Words for readers of the page aloud, when the eye already has them from the layout. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="fr-sr-only">{children}</span>
}
