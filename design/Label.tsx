import type { ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { fr } from '#design/fr.ts'

/** The name of a field. What is optional is said; the rest is required. */
export function Label({ htmlFor, hintId, hint, required, hidden, children }:
  { htmlFor: string, hintId: string, hint?: ReactNode, required?: boolean, hidden?: boolean, children: ReactNode }) {
  return (
    <label className={classes('fr-label', hidden && 'fr-sr-only')} htmlFor={htmlFor}>
      {children}{required === false && <span className="sl-optional"> ({fr.optional})</span>}
      {hint !== undefined && <span className="fr-hint-text" id={hintId}>{hint}</span>}
    </label>
  )
}
