import { useSearchParams } from 'react-router'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showSignIn } from '../operations/show-sign-in.ts'
import { urls } from './routes.ts'
import { fr } from './ways-fr.ts'

export const loader = answers(showSignIn, { input: () => ({}) })

/**
 * The session is closed here. When a provider had opened it, the browser goes on by itself to close that one too: from a page, since the
 * form that signs out may not be redirected to another site.
 */
export default function SignedOutPage() {
  const { providers } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  const provider = providers.find(({ key }) => key === query.get('service'))
  return (
    <Page title={fr.signedOut.title} lead={fr.signedOut.lead} width="text">
      {provider && <meta httpEquiv="refresh" content={`0; url=${urls.providerLeave(provider.key)}`} />}
      {provider && <p>{fr.signedOut.next(provider.label)}</p>}
      <ButtonGroup>
        {provider ? <ButtonLink href={urls.providerLeave(provider.key)}>{fr.signedOut.close(provider.label)}</ButtonLink>
          : <ButtonLink href={urls.signIn()}>{fr.signedOut.again}</ButtonLink>}
        <ButtonLink href="/" priority="secondary">{fr.signedOut.home}</ButtonLink>
      </ButtonGroup>
    </Page>
  )
}
