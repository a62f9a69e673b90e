import { useId, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { describedBy, type FieldProps } from '#design/field.ts'
import { FieldError } from '#design/FieldError.tsx'
import { fr } from '#design/fr.ts'
import { Label } from '#design/Label.tsx'

/** Several lines of text. The count of characters left lives where the script is; the limit itself is always told. */
export function TextArea({ label, hint, error, name, id, required, minLength, maxLength, defaultValue, rows = 5, spellCheck =
  true }:
  FieldProps & { label: string, hint?: ReactNode, rows?: number, spellCheck?: boolean }) {
  const made = useId()
  const own = id ?? made
  return (
    <div className={classes('fr-input-group', error && 'fr-input-group--error')}>
      <Label htmlFor={own} hintId={`${own}-hint`} hint={hint} required={required}>{label}</Label>
      <textarea className={classes('fr-input', error && 'fr-input--error')} id={own} name={name} rows={rows} required={required}
        minLength={minLength}
        defaultValue={defaultValue} spellCheck={spellCheck} data-max={maxLength} aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(hint !== undefined && `${own}-hint`, maxLength !== undefined && `${own}-left`,
          error && `${own}-error`)} />
      {maxLength !== undefined && <p className="fr-hint-text sl-left" id={`${own}-left`} suppressHydrationWarning>
        {fr.charactersAtMost(maxLength)}</p>}
      <FieldError id={`${own}-error`}>{error}</FieldError>
    </div>
  )
}
