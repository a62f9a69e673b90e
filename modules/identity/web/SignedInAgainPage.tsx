import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { fr } from './ended-fr.ts'

/** In the tab that was opened to come in again, or to prove again who one is: what waits is in the other one. */
export default function SignedInAgainPage() {
  return (
    <Page title={fr.back.title} lead={fr.back.lead} width="text">
      <meta name="robots" content="noindex" />
      <ButtonLink href="/" priority="tertiary">{fr.back.home}</ButtonLink>
    </Page>
  )
}
