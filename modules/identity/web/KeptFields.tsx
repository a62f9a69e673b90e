import { Hidden } from '#design/Hidden.tsx'
import { Section } from '#design/Section.tsx'
import type { KeptForm } from '../late-form.ts'
import { fr } from './ended-fr.ts'

type Fields = Pick<KeptForm, 'fields'>

/** What a person wrote, as opposed to what they chose or what the page added: it has words. */
const isWritten = ([name, value]: readonly [string, string]) => !name.startsWith('_') && /\p{L}/u.test(value) && /\s/.test(value)

/** In the form that sends it again: what was chosen, or added by the page. A name may come several times. */
export function UnseenFields({ fields }: Fields) {
  const unseen = fields.filter((field) => !isWritten(field))
  return [...new Set(unseen.map(([key]) => key))].map((key) =>
    <Hidden key={key} name={key} value={unseen.filter(([other]) => other === key).map(([, value]) => value)} />)
}

/** In the same form: what was written, shown so that the person sees that it is there. */
export function WrittenFields({ fields }: Fields) {
  const written = fields.filter(isWritten)
  if (written.length === 0) return null
  return (
    <Section title={fr.typed}>
      {written.map(([key, value], at) => <Written key={`${key} ${value}`} name={key} value={value} at={at + 1} />)}
    </Section>
  )
}

function Written({ name, value, at }: { name: string, value: string, at: number }) {
  return (
    <div className="fr-input-group">
      <label className="fr-label" htmlFor={`written-${at}`}>{fr.text(at)}</label>
      <textarea className="fr-input" id={`written-${at}`} name={name} readOnly rows={Math.min(12, Math.ceil(value.length / 70) + 1)}
        defaultValue={value} />
    </div>
  )
}
