import { data, useActionData, type LoaderFunctionArgs } from 'react-router'
import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listApiClients } from '../../operations/back-office/list-api-clients.ts'
import { revokeApiClient } from '../../operations/back-office/revoke-api-client.ts'
import { rotateClientSecret } from '../../operations/back-office/rotate-client-secret.ts'
import { roleName } from '../actions.fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { SecretShown, secretIn } from './SecretShown.tsx'

export const loader = async (args: LoaderFunctionArgs) => {
  const { clients, can } = await answers(listApiClients)(args)
  const client = clients.find(({ id }) => id === args.params['clientId'])
  if (!client) throw data({ code: 'not-found' }, { status: 404 })
  return { client, can }
}
export const action = accepts({ rotateClientSecret, revokeApiClient }, { revokeApiClient: urls.clients })
const words = fr.client

/** One program: what it may, a new secret, its end. */
export default function ClientPage() {
  const { client, can } = useAnswer<typeof loader>()
  const made = secretIn(useActionData())
  if (made) return <SecretShown {...made} />
  const { columns, ...said } = fr.clients
  return (
    <Page title={client.name} width="text">
      <Facts facts={[
        { label: fr.secret.id, value: <code>{client.id}</code> },
        { label: columns.owner, value: client.organisation ?? client.organisationId ?? said.platform },
        { label: columns.roles, value: client.roles.map(roleName).join(', ') || said.none },
        { label: columns.scopes, value: client.scopes.join(', ') },
        { label: columns.last, value: client.lastTokenAt ? <Time at={client.lastTokenAt} /> : said.never },
        { label: columns.state, value: client.revokedAt ? said.closed : said.open },
      ]} />
      {!client.revokedAt && can.rotateClientSecret && (
        <Section title={words.rotate} lead={words.rotateLead}>
          <CommandForm form={can.rotateClientSecret} submit={words.rotateSubmit} priority="secondary" fixed={{ clientId: client.id }} values={{ overlapHours: 24 }}
            labels={{ overlapHours: words.overlap }}>
            {(field) => <TextField {...field('overlapHours')} label={words.overlap} />}
          </CommandForm>
        </Section>
      )}
      {!client.revokedAt && can.revokeApiClient && (
        <Section title={words.revoke} lead={words.revokeLead}>
          <CommandForm form={can.revokeApiClient} submit={words.revokeSubmit(client.name)} priority="secondary" fixed={{ clientId: client.id }} />
        </Section>
      )}
    </Page>
  )
}
