import type { ReactNode } from 'react'

/** What there is to know of a thing besides its content: names and values, beside a wide page and below a narrow one. */
export function Facts({ facts }: { facts: (false | null | undefined | { label: string, value: ReactNode })[] }) {
  return (
    <dl className="sl-facts">
      {facts.map((fact) => fact && <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>)}
    </dl>
  )
}
