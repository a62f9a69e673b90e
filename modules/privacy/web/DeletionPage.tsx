import { useActionData } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { foreseeDeletion } from '../operations/foresee-deletion.ts'
import { requestDeletion } from '../operations/request-deletion.ts'
import { fr } from './fr.ts'
import { kept, published } from './names.fr.ts'
import { urls } from './routes.ts'

export const loader = answers(foreseeDeletion)
export const action = accepts({ requestDeletion }, { requestDeletion: () => urls.data() })

const words = fr.leave

/** Before one asks to leave: what would go, what would stay and why, what to settle first; then the question. */
export default function DeletionPage() {
  const { days, consequences } = useAnswer<typeof loader>()
  const those = (becomes: string) => consequences.filter((one) => one.becomes === becomes)
  const [goes, stays, asks] = [those('goes'), those('stays'), those('asks')]
  return (
    <Page title={words.title} lead={words.lead(days)} width="text" breadcrumb={[{ label: fr.data.title, href: urls.data() }]}>
      {asks.length > 0 && (
        <Section title={words.asks} lead={words.asksLead}>
          <ul>{asks.map(({ says, href }) => <li key={says}>{says} {href && <Link href={href}>{words.see}</Link>}</li>)}</ul>
        </Section>
      )}
      <Section title={words.goes}>
        <ul><li>{words.profile}</li>{goes.map(({ says }) => <li key={says}>{says}</li>)}</ul>
        <p>{words.take} <Link href={urls.data()}>{words.takeLink}</Link>.</p>
      </Section>
      <Section title={words.stays}>
        <ul>
          {stays.map(({ says }) => <li key={says}>{says} <span className="fr-hint-text">{published}</span></li>)}
          {[...new Set(Object.values(kept))].map(({ why, law }) => <li key={why}>{why} <span className="fr-hint-text">{law}</span></li>)}
        </ul>
      </Section>
      <Section title={words.confirm}><Confirmation /></Section>
    </Page>
  )
}

function Confirmation() {
  const { name, isFresh, dueAt, can } = useAnswer<typeof loader>()
  // A form that was refused for its age keeps what was typed, and shows where to prove by itself.
  const isRefused = useActionData() !== undefined
  const back = <ButtonLink href={urls.data()} priority="tertiary">{words.back}</ButtonLink>
  if (dueAt) return <Alert kind="warning"><p>{fr.refusals['privacy.deletion-waiting']}</p>{back}</Alert>
  if (!isFresh && !isRefused) return <Alert><p>{words.proof}</p><ButtonLink href={identity.proof(urls.deletion())}>{fr.data.signIn}</ButtonLink></Alert>
  return can.requestDeletion && (
    <CommandForm form={can.requestDeletion} submit={words.submit} priority="danger" refusals={fr.refusals} beside={back}>
      {(field) => <TextField {...field('name')} label={words.type(name)} autoComplete="off" />}
    </CommandForm>
  )
}
