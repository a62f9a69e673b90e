import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CopyButton } from '#design/CopyButton.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

/** What the page of a command says at once when its answer holds a secret; nothing when it was refused or not sent yet. */
export const secretIn = (data: unknown): { clientId: string, secret: string } | undefined =>
  typeof data === 'object' && data !== null && 'answer' in data ? (data as { answer: { clientId: string, secret: string } }).answer : undefined

/** The secret of a program, once. */
export function SecretShown({ clientId, secret }: { clientId: string, secret: string }) {
  const words = fr.secret
  return (
    <Page title={words.title} width="text">
      <Alert kind="warning"><p>{words.lead}</p></Alert>
      <Facts facts={[
        { label: words.id, value: <code>{clientId}</code> },
        { label: words.secret, value: <><code>{secret}</code> <CopyButton text={secret} /></> },
      ]} />
      <p>{words.how} <code>POST /oauth/token</code></p>
      <p><ButtonLink href={urls.clients()}>{words.back}</ButtonLink></p>
    </Page>
  )
}
