import { useId, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { describedBy, type FieldProps } from '#design/field.ts'
import { FieldError } from '#design/FieldError.tsx'
import { fr } from '#design/fr.ts'
import { Label } from '#design/Label.tsx'

interface SelectFieldProps extends FieldProps {
  label: string
  hint?: ReactNode
  /** Pairs where numbers are not to come first, as they do in a record. */
  choices: Record<string, string> | readonly (readonly [value: string, words: string])[]
  /** What stands first, for no answer yet; `false` to leave it out. */
  empty?: string | false
  labelHidden?: boolean
}

/** One answer of a list. `choices` gives the words of each value; those that the server does not allow are left out. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, name, id, required, options, defaultValue, choices, empty = fr.choose, labelHidden } = props
  const pairs: readonly (readonly [string, string])[] = Array.isArray(choices) ? choices : Object.entries(choices)
  const made = useId()
  const own = id ?? made
  return (
    <div className={classes('fr-select-group', error && 'fr-select-group--error')}>
      <Label htmlFor={own} hintId={`${own}-hint`} hint={hint} required={required} hidden={labelHidden}>{label}</Label>
      <select className={classes('fr-select', error && 'fr-select--error')} id={own} name={name} required={required}
        defaultValue={defaultValue ?? ''}
        aria-invalid={error ? true : undefined} aria-describedby={describedBy(hint !== undefined && `${own}-hint`,
          error && `${own}-error`)}>
        {empty !== false && <option value="">{empty}</option>}
        {pairs.filter(([value]) => options?.includes(value) ?? true).map(([value, words]) =>
          <option key={value} value={value}>{words}</option>)}
      </select>
      <FieldError id={`${own}-error`}>{error}</FieldError>
    </div>
  )
}
