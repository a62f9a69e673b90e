import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

/** The same for everybody: it does not say whether the address has an account, nor which one it is. */
export default function LinkSentPage() {
  return (
    <Page title={fr.sent.title} lead={fr.sent.lead} width="text">
      <Section title={fr.sent.help}>
        <ol>{fr.sent.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        <ButtonLink href={urls.signIn()} priority="secondary">{fr.sent.again}</ButtonLink>
      </Section>
    </Page>
  )
}
