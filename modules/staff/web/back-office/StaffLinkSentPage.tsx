import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

/** The same for everybody: it does not say whether the address is an administrator's. */
export default function StaffLinkSentPage() {
  return (
    <Page title={fr.sent.title} lead={fr.sent.lead} width="text">
      <p>{fr.sent.after}</p>
      <ButtonLink href={urls.signIn()} priority="secondary">{fr.sent.again}</ButtonLink>
    </Page>
  )
}
