import { useId, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { describedBy, type FieldProps } from '#design/field.ts'
import { fr } from '#design/fr.ts'

interface ChoiceProps extends FieldProps {
  legend: string
  hint?: ReactNode
  /** The words of each value, in order. A pair adds a hint under them. */
  choices: Record<string, string | [words: string, hint: string]>
  /** Several columns, for many short answers. */
  columns?: boolean
  /** One beside the other, for numbers. */
  row?: boolean
}

/** Several answers among a list; the most that one may take is told before, and said again at once when passed. */
export function ChoicesField({ maxItems, hint, ...props }: ChoiceProps) {
  const limit = maxItems !== undefined ? fr.choicesAtMost(maxItems) : undefined
  const words = hint !== undefined && limit ? <>{hint} {limit}.</> : hint ?? (limit && `${limit}.`)
  return <Choices {...props} hint={words} kind="checkbox" chosen={props.defaultValues ?? []} maxItems={maxItems} />
}

/** One answer among a short list that is better read at once than opened. */
export function RadioField(props: ChoiceProps) {
  return <Choices {...props} kind="radio" chosen={props.defaultValue === undefined ? [] : [props.defaultValue]} />
}

function Choices({ legend, hint, error, name, id, required, options, choices, columns, row, kind, chosen, maxItems }:
  ChoiceProps & { kind: 'checkbox' | 'radio', chosen: string[] }) {
  const made = useId()
  const own = id ?? made
  const group = kind === 'checkbox' ? 'fr-checkbox-group' : 'fr-radio-group'
  return (
    <fieldset id={own} className={classes('fr-fieldset', error && 'fr-fieldset--error', columns && 'sl-choices--columns', row && 'sl-choices--row')}
      tabIndex={-1} data-max-items={maxItems}
      aria-labelledby={describedBy(`${own}-legend`, error && `${own}-error`)} role={kind === 'radio' ? 'radiogroup' : undefined}
      aria-required={kind === 'radio' ? required : undefined}>
      <legend className="fr-fieldset__legend" id={`${own}-legend`}>
        {legend}{required === false && <span className="sl-optional"> ({fr.optional})</span>}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </legend>
      {Object.entries(choices).filter(([value]) => options?.includes(value) ?? true).map(([value, words]) => {
        const [label, more] = Array.isArray(words) ? words : [words, undefined]
        const one = `${own}-${value}`
        return (
          <div className="fr-fieldset__element" key={value}>
            <div className={group}>
              <input type={kind} id={one} name={name} value={value} required={kind === 'radio' ? required : undefined}
                defaultChecked={chosen.includes(value)}
                aria-describedby={more ? `${one}-hint` : undefined} />
              <label className="fr-label" htmlFor={one}>{label}{more && <span className="fr-hint-text" id={`${one}-hint`}>{more}
                </span>}</label>
            </div>
          </div>
        )
      })}
      <div className="fr-messages-group" aria-live="polite" data-messages="" suppressHydrationWarning>
        {error && <p className="fr-message fr-message--error" id={`${own}-error`}>{error}</p>}
      </div>
    </fieldset>
  )
}
