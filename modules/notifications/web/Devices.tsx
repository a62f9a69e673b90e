import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import type { Answer } from './PreferencesPage.tsx'
import { fr } from './push.fr.ts'

type Push = NonNullable<Answer['push']>

/** What the browser fills once the person agreed (design/islands/push.ts). */
const FILLED = ['endpoint', 'p256dh', 'auth', 'agent'] as const

/** The devices on which one is told, and this one, which a script adds: without it the page says why it cannot. */
export function Devices({ push: { publicKey, devices }, can, now, timeZone }: Omit<Answer, 'push'> & { push: Push }) {
  const said = (at: string) => <Time at={at} now={now} timeZone={timeZone} />
  return (
    <>
      {devices.length === 0 ? <p>{fr.none}</p> : (
        <ul className="sl-people">{devices.map((one) => <Device key={one.id} one={one} said={said} form={can.removeDevice} />)}</ul>
      )}
      {can.enrolDevice && (
        <div data-push={publicKey} hidden>
          <p>{fr.explained}</p>
          <CommandForm form={can.enrolDevice} submit={fr.turnOn} priority="secondary" icon="fr-icon-notification-3-line">
            {() => FILLED.map((name) => <input key={name} type="hidden" name={name} />)}
          </CommandForm>
          <p role="status" className="fr-mt-1w" data-push-said="" />
        </div>
      )}
      <p data-push-otherwise="">{fr.otherwise}</p>
      {devices.length > 0 && <p>{fr.which}</p>}
    </>
  )
}

function Device({ one: { id, mark, browser, at, usedAt }, said, form }: {
  one: Push['devices'][number], said: (at: string) => ReactNode, form: FormRules | false | undefined
}) {
  const name = fr.browsers[browser ?? 'other'] ?? fr.browsers['other']
  return (
    <li className="sl-person" data-push-device={mark}>
      <span className="sl-person__name">
        {name}
        <span className="fr-hint-text">{fr.since} {said(at)}{usedAt && <>, {fr.used} {said(usedAt)}</>}</span>
      </span>
      <span data-push-here="" hidden><Badge kind="info">{fr.here}</Badge></span>
      {form && (
        <CommandForm form={form} inline size="sm" priority="tertiary" fixed={{ deviceId: id }}
          submit={<>{fr.remove}<VisuallyHidden> ({name})</VisuallyHidden></>} />
      )}
    </li>
  )
}
