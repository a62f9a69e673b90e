import { useId, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { describedBy, type FieldProps } from '#design/field.ts'
import { FieldError } from '#design/FieldError.tsx'

/** One thing to accept or not. It sends `on`, or nothing. */
export function CheckboxField({ label, hint, error, name, id, required, defaultValue }: FieldProps & { label: ReactNode,
  hint?: ReactNode }) {
  const made = useId()
  const own = id ?? made
  return (
    <div className={classes('fr-checkbox-group', error && 'fr-checkbox-group--error')}>
      <input type="checkbox" id={own} name={name} value="on" required={required} defaultChecked={defaultValue === 'on'
        || defaultValue === 'true'}
        aria-invalid={error ? true : undefined} aria-describedby={describedBy(hint !== undefined && `${own}-hint`,
          error && `${own}-error`)} />
      <label className="fr-label" htmlFor={own}>{label}{hint !== undefined && <span className="fr-hint-text" id={`${own}-hint`}>
        {hint}</span>}</label>
      <FieldError id={`${own}-error`}>{error}</FieldError>
    </div>
  )
}
