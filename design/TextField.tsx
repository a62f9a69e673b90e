import { useId, type HTMLInputAutoCompleteAttribute, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { describedBy, type FieldProps } from '#design/field.ts'
import { FieldError } from '#design/FieldError.tsx'
import { Label } from '#design/Label.tsx'
import { fr } from '#design/fr.ts'

export interface TextFieldProps extends FieldProps {
  label: string
  hint?: ReactNode
  autoComplete?: HTMLInputAutoCompleteAttribute
  placeholder?: string
  /** Keeps the label for readers only, where the place says it to the eye. */
  labelHidden?: boolean
  spellCheck?: boolean
}

type Kind = 'text' | 'email' | 'url' | 'number' | 'date'

const isKind = (type: string | undefined): type is Kind => type !== undefined && ['email', 'url', 'number', 'date'].includes(type)

/** One line of text; also a number, a date, an address, as the field's rules say. */
export function TextField(props: TextFieldProps) {
  const { label, hint, labelHidden, error, name, id, type, required, minLength, maxLength, min, max, pattern, defaultValue } =
    props
  const { autoComplete, placeholder, spellCheck } = props
  const made = useId()
  const own = id ?? made
  const kind = isKind(type) ? type : 'text'
  const counted = maxLength !== undefined && kind === 'text'
  return (
    <div className={classes('fr-input-group', error && 'fr-input-group--error')}>
      <Label htmlFor={own} hintId={`${own}-hint`} hint={hint ?? (counted ? fr.charactersAtMost(maxLength) : undefined)}
        required={required} hidden={labelHidden}>{label}</Label>
      <input autoComplete={autoComplete} placeholder={placeholder} spellCheck={spellCheck} {...lines[kind]}
        className={classes('fr-input', error && 'fr-input--error')} id={own} name={name} type={kind}
        required={required} minLength={minLength} min={min} max={max} pattern={pattern} defaultValue={defaultValue}
        data-max={counted ? maxLength : undefined} aria-invalid={error ? true : undefined}
        aria-describedby={describedBy((hint !== undefined || counted) && `${own}-hint`, error && `${own}-error`)} />
      <FieldError id={`${own}-error`}>{error}</FieldError>
    </div>
  )
}

const lines = {
  text: {}, date: {}, number: { inputMode: 'numeric' }, url: { inputMode: 'url', spellCheck: false },
  email: { inputMode: 'email', spellCheck: false },
} as const

/** An e-mail address, with the example that helps to write it. */
export function EmailField(props: TextFieldProps) {
  return <TextField hint={fr.emailHint} {...props} type="email" />
}

/** The address of a page, with the example that helps to write it. */
export function UrlField(props: TextFieldProps) {
  return <TextField hint={fr.urlHint} {...props} type="url" />
}
