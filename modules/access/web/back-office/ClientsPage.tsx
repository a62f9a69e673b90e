import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listApiClients } from '../../operations/back-office/list-api-clients.ts'
import { rotateSigningKeys } from '../../operations/back-office/rotate-signing-keys.ts'
import { roleName } from '../actions.fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listApiClients)
export const action = accepts({ rotateSigningKeys })
const words = fr.clients

type Answer = ReturnType<typeof useAnswer<typeof loader>>

const columns: Record<string, (client: Answer['clients'][number]) => ReactNode> = {
  [words.columns.name]: ({ id, name }) => <Link href={urls.client(id)}>{name}</Link>,
  [words.columns.owner]: ({ organisationId, organisation }) => organisation ?? organisationId ?? words.platform,
  [words.columns.roles]: ({ roles }) => roles.map(roleName).join(', ') || words.none,
  [words.columns.scopes]: ({ scopes }) => scopes.join(', '),
  [words.columns.last]: ({ lastTokenAt }) => lastTokenAt ? <Time at={lastTokenAt} /> : words.never,
  [words.columns.state]: ({ revokedAt, secrets }) => <><Badge>{revokedAt ? words.closed : words.open}</Badge> {words.two(secrets)}</>,
}

const said = fr.keys
const keyColumns: Record<string, (key: Answer['keys'][number]) => ReactNode> = {
  [said.columns.kid]: ({ kid }) => <code>{kid}</code>,
  [said.columns.from]: ({ signsFrom }) => <Time at={signsFrom} />,
  [said.columns.until]: ({ signsUntil }) => <Time at={signsUntil} />,
}

/** Programs, and the keys that sign their tokens. */
export default function ClientsPage() {
  const answer = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead}>
      {answer.can.createApiClient && <p><ButtonLink href={urls.newClient()}>{words.create}</ButtonLink></p>}
      <Table rows={answer.clients} rowKey={({ id }) => id} caption={words.list} captionHidden empty={words.empty} columns={columns} />
      <Keys {...answer} />
    </Page>
  )
}

function Keys({ keys, can }: Answer) {
  return (
    <Section title={said.title} lead={said.lead}>
      <Table rows={keys} rowKey={({ kid }) => kid} caption={said.title} captionHidden empty={said.empty} columns={keyColumns} />
      {can.rotateSigningKeys && (
        <CommandForm form={can.rotateSigningKeys} submit={said.submit} priority="secondary">
          {(field) => <CheckboxField {...field('stolen')} label={said.stolen} hint={said.stolenHint} required={false} />}
        </CommandForm>
      )}
    </Section>
  )
}
