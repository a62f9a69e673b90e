import type { ReactNode } from 'react'

/** What there is to know of a thing besides its content: names and values, beside a wide page and below a narrow one. */
export function Facts({ facts, wide }: {
  /** Side by side where there is room: short values, such as figures. */
  wide?: boolean
  facts: (false | null | undefined | { label: string, value: ReactNode })[]
}) {
  return (
    <dl className={wide ? 'sl-facts sl-facts--wide' : 'sl-facts'}>
      {facts.map((fact) => fact && <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>)}
    </dl>
  )
}
