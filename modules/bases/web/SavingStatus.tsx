import { fr as kit } from '#design/fr.ts'
import { Link } from '#design/Link.tsx'
import type { FieldIssue } from '#kernel/page/form.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import type { Status } from './autosave.ts'
import { fr } from './autosave.fr.ts'

const clock = (at: number) => new Date(at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })

/** Whether what is typed is saved, said once each time that it changes; the moment of saving itself is shown, and not said. */
export function SavingStatus({ status, labels, here }: { status: Status, labels: Record<string, string>, here: string }) {
  const busy = status.state === 'typing' || status.state === 'saving'
  return (
    <div className="sl-saving">
      {busy && <p className="fr-hint-text" aria-hidden="true">{fr.saving}</p>}
      <div role="status">
        {status.state === 'saved' && <p className="fr-valid-text">{fr.saved(clock(status.at))}</p>}
        {status.state === 'waiting' && <p className="fr-error-text">{fr.waiting}</p>}
        {status.state === 'gone' && <p className="fr-error-text">{fr.gone}</p>}
        {status.state === 'invalid' && <p className="fr-error-text">{[fr.invalid, ...said(status.issues as FieldIssue[], labels)].join(' ')}</p>}
        {status.state === 'signed-out' && <p className="fr-error-text"><span>{fr.signedOut}{' '}
          <Link href={identity.signIn(here)} target="_blank">{fr.signIn}</Link></span></p>}
      </div>
    </div>
  )
}

const said = (issues: readonly FieldIssue[], labels: Record<string, string>) => issues.map((issue) => {
  const text = kit.issue(issue, [], undefined)
  return labels[issue.field] ? `${labels[issue.field]} : ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
})
