import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { chooseNotifications } from '../operations/choose-notifications.ts'
import { enrolDevice } from '../operations/enrol-device.ts'
import { removeDevice } from '../operations/remove-device.ts'
import { setNotificationRhythm } from '../operations/set-notification-rhythm.ts'
import { showNotificationPreferences } from '../operations/show-notification-preferences.ts'
import { unmuteSubject } from '../operations/unmute-subject.ts'
import { Devices } from './Devices.tsx'
import { fr } from './fr.ts'
import { fr as devices } from './push.fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showNotificationPreferences)
export const action = accepts({ chooseNotifications, setNotificationRhythm, unmuteSubject, enrolDevice, removeDevice })

export type Answer = Awaited<ReturnType<typeof loader>>
type Kind = Answer['kinds'][number]
const words = fr.preferences

/** What one receives: by kind and by way, at which hours, and what is muted. */
export default function PreferencesPage() {
  const answer = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} breadcrumb={[{ label: fr.list.title, href: urls.list() }]}>
      {answer.push && <Section title={devices.title} lead={devices.lead}><Devices {...answer} push={answer.push} /></Section>}
      <Section title={words.kinds}><Kinds {...answer} /></Section>
      <Section title={words.rhythm} lead={words.rhythmLead(answer.timeZone)}><Rhythm {...answer} /></Section>
      <Section title={words.muted} lead={words.mutedLead}><Muted {...answer} /></Section>
    </Page>
  )
}

const screenOf = ({ code, label, isCritical, onScreen }: Kind) => isCritical ? words.always : (
  <div className="fr-checkbox-group">
    <input type="checkbox" id={`screen-${code}`} name="screen" value={code} defaultChecked={onScreen} />
    <label className="fr-label" htmlFor={`screen-${code}`}><VisuallyHidden>{words.screenOf(label)}</VisuallyHidden></label>
  </div>
)

const mailOf = ({ code, label, isCritical, mail }: Kind) => isCritical ? words.alwaysMail : (
  <SelectField name="mail" label={words.mailOf(label)} labelHidden empty={false} defaultValue={`${code}=${mail}`}
    choices={Object.fromEntries(Object.entries(words.paces).map(([pace, said]) => [`${code}=${pace}`, said]))} />
)

const pushOf = ({ code, label, isCritical, push }: Kind) => isCritical ? words.always : (
  <div className="fr-checkbox-group">
    <input type="checkbox" id={`push-${code}`} name="push" value={code} defaultChecked={push} />
    <label className="fr-label" htmlFor={`push-${code}`}><VisuallyHidden>{words.pushOf(label)}</VisuallyHidden></label>
  </div>
)

function Kinds({ kinds, push, can }: Answer) {
  if (kinds.length === 0 || !can.chooseNotifications) return <EmptyState title={words.none} />
  return (
    <CommandForm form={can.chooseNotifications} submit={words.save} fixed={push ? { withPush: 'on' } : {}}>
      {() => [...Map.groupBy(kinds, ({ family }) => family)].map(([family, rows]) => (
        <Table key={family} caption={family} rows={rows} rowKey={({ code }) => code} empty={words.none} columns={{
          [words.columns.what]: ({ label }) => label, [words.columns.screen]: screenOf, [words.columns.mail]: mailOf,
          ...push && { [words.columns.push]: pushOf },
        }} />
      ))}
    </CommandForm>
  )
}

function Rhythm({ rhythm, can }: Answer) {
  if (!can.setNotificationRhythm) return null
  const labels = { quietFrom: words.quietFrom, quietTo: words.quietTo, digestHour: words.digestHour, digestDay: words.digestDay }
  return (
    <CommandForm form={can.setNotificationRhythm} submit={words.saveRhythm} priority="secondary" values={rhythm} fixed={{ _version: rhythm.version }} labels={labels}>
      {(field) => (
        <>
          <SelectField {...field('quietFrom')} required={false} label={words.quietFrom} hint={words.quietHint} choices={words.hours} empty={words.noHour} />
          <SelectField {...field('quietTo')} required={false} label={words.quietTo} choices={words.hours} empty={words.noHour} />
          <CheckboxField {...field('digests')} required={false} label={words.digests} />
          <SelectField {...field('digestHour')} label={words.digestHour} choices={words.hours} empty={false} />
          <SelectField {...field('digestDay')} label={words.digestDay} choices={words.days} empty={false} />
        </>
      )}
    </CommandForm>
  )
}

function Muted({ muted, can }: Answer) {
  if (muted.length === 0) return <p>{words.noneMuted}</p>
  return (
    <ul className="sl-people">
      {muted.map(({ subject, label, title, href }) => (
        <li key={subject} className="sl-person">
          <span className="sl-person__name">
            {title && href ? <Link href={href}>{title}</Link> : words.gone}{label && <span className="fr-hint-text">{label}</span>}
          </span>
          {can.unmuteSubject && (
            <CommandForm form={can.unmuteSubject} inline size="sm" priority="tertiary" fixed={{ subject }}
              submit={<>{words.unmute}<VisuallyHidden> ({title ?? words.gone})</VisuallyHidden></>} />
          )}
        </li>
      ))}
    </ul>
  )
}
