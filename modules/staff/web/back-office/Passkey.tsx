import { Button } from '#design/Button.tsx'
import { fr } from './fr.ts'

interface PasskeyProps {
  /** `prove` or `enrol`, as the script of the back office does it. */
  act: 'prove' | 'enrol'
  /** Where the script asks what must be signed. */
  ask: string
  /** Name of the field, in the same form, that receives the answer. */
  field: string
  label: string
  priority?: 'primary' | 'secondary'
}

/**
 * A button that asks a passkey and sends the form it stands in. Only a script can do that: without one, the words below take its place.
 */
export function PasskeyButton({ act, ask, field, label, priority = 'primary' }: PasskeyProps) {
  return (
    <div data-passkey={act} data-ask={ask} data-field={field}>
      <input type="hidden" name={field} />
      <Button priority={priority} icon="fr-icon-lock-line" className="sl-needs-script">{label}</Button>
      <p className="fr-error-text" role="alert" hidden>{fr.passkey.failed}</p>
      <noscript><p className="fr-hint-text">{fr.second.noScript}</p></noscript>
    </div>
  )
}
