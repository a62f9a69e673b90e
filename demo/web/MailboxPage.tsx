import type { ReactNode } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { listMails } from '../mailbox/list-mails.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listMails)

type Mail = Answered<typeof listMails>['mails'][number]

const columns = (now: string): Record<string, (mail: Mail) => ReactNode> => ({
  [fr.mailbox.columns.subject]: (mail) => <Link href={urls.mail(mail.id)}>{mail.subject}</Link>,
  [fr.mailbox.columns.to]: (mail) => mail.to,
  [fr.mailbox.columns.at]: (mail) => <Time at={mail.receivedAt} now={now} />,
})

/** What the service has sent, to anybody. */
export default function MailboxPage() {
  const { mails, now } = useAnswer<typeof loader>()
  return (
    <Page title={fr.mailbox.title} lead={fr.mailbox.lead}
      actions={<ButtonLink href={urls.mailbox()} priority="secondary" icon="fr-icon-refresh-line">{fr.mailbox.reload}</ButtonLink>}>
      <Table rows={mails} rowKey={(mail) => mail.id} caption={fr.mailbox.caption} captionHidden columns={columns(now)}
        empty={<EmptyState title={fr.mailbox.empty} action={<ButtonLink href={identity.signIn()}>{fr.mailbox.signIn}</ButtonLink>}>
          {fr.mailbox.emptyMore}
        </EmptyState>} />
    </Page>
  )
}
