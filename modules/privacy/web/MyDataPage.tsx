import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { FileLink } from '#design/FileLink.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { cancelDeletion } from '../operations/cancel-deletion.ts'
import { requestArchive } from '../operations/request-archive.ts'
import { showMyData } from '../operations/show-my-data.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showMyData)
export const action = accepts({ requestArchive, cancelDeletion })

const words = fr.data

/** What the service holds on oneself: taking it away, seeing who looked at it, leaving. */
export default function MyDataPage() {
  const { deletion, deletionDays, timeZone, can } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text">
      {deletion && can.cancelDeletion && (
        <Alert kind="warning" title={fr.waiting.title} level={2}>
          <p>{fr.waiting[deletion.reason]}</p>
          <p>{fr.waiting.on} <Time at={deletion.dueAt} timeZone={timeZone} />. {fr.waiting.stop}</p>
          <CommandForm form={can.cancelDeletion} submit={fr.waiting.cancel} refusals={fr.refusals} />
        </Alert>
      )}
      <Section title={words.archive} lead={words.archiveLead}><Archive /></Section>
      <Section title={words.readers} lead={words.readersLead}>
        <ButtonLink href={urls.readers()} priority="secondary">{words.seeReaders}</ButtonLink>
      </Section>
      <Section title={words.why} lead={words.whyLead}>
        <Table rows={words.reasons} rowKey={({ what }) => what} caption={words.table} captionHidden empty={words.whyLead} columns={{
          [words.columns.what]: ({ what }) => what, [words.columns.why]: ({ why }) => why, [words.columns.law]: ({ law }) => law,
          [words.columns.until]: ({ until }) => until,
        }} />
        <p>{words.contact}</p>
      </Section>
      {!deletion && (
        <Section title={words.leave} lead={words.leaveLead(deletionDays)}>
          <ButtonLink href={urls.deletion()} priority="secondary">{words.seeLeave}</ButtonLink>
        </Section>
      )}
    </Page>
  )
}

function Archive() {
  const { archive, isFresh, timeZone, can } = useAnswer<typeof loader>()
  if (archive?.state === 'asked') return <Alert>{words.asked}</Alert>
  const form = can.requestArchive && (
    <CommandForm form={can.requestArchive} submit={archive?.state === 'ready' ? words.again : words.ask} refusals={fr.refusals}
      priority={archive?.state === 'ready' ? 'tertiary' : 'primary'} />
  )
  return (
    <>
      {archive?.state === 'failed' && <Alert kind="error">{words.failed}</Alert>}
      {archive?.state === 'ready' && (
        <Alert kind="success">
          <p>{words.ready} {words.until} <Time at={archive.endsAt!} timeZone={timeZone} />.</p>
          {isFresh && (
            <FileLink href={urls.download(archive.archiveId)} name="mes-donnees.zip" type="zip" bytes={archive.size ?? undefined} />
          )}
        </Alert>
      )}
      {isFresh ? form : <Proof />}
    </>
  )
}

/** Where one proves again who one is, then comes back. */
function Proof() {
  return (
    <Alert kind="info">
      <p>{words.proof}</p>
      <ButtonLink href={identity.proof(urls.data())}>{words.signIn}</ButtonLink>
    </Alert>
  )
}
