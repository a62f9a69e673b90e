import { useId, type ReactNode } from 'react'

/** A part of a page with its heading, which names it for readers. */
export function Section({ title, level = 2, lead, actions, children }:
  { title: string, level?: 2 | 3 | 4, lead?: ReactNode, actions?: ReactNode, children: ReactNode }) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className="sl-section" aria-labelledby={id}>
      <div className="sl-section__head">
        <Heading id={id}>{title}</Heading>
        {actions && <div className="sl-section__actions">{actions}</div>}
      </div>
      {lead && <p className="sl-section__lead">{lead}</p>}
      {children}
    </section>
  )
}
