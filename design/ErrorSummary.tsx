import { useEffect, useRef } from 'react'
import { fr } from '#design/fr.ts'

/** One thing to correct, with the field where to do it. */
export interface Problem { text: string, href?: string }

/** What is wrong, at the top of the form, where the person lands: it takes the focus, and leads to each field. */
export function ErrorSummary({ title, problems, typedKept = true }: { title: string, problems: Problem[], typedKept?: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="fr-alert fr-alert--error sl-summary" role="alert" tabIndex={-1} ref={box} data-focus="">
      <h2 className="fr-alert__title">{title}</h2>
      <ul>
        {problems.map(({ text, href }) => <li key={`${href} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>)}
      </ul>
      {typedKept && <p>{fr.whatYouTyped}</p>}
    </div>
  )
}
