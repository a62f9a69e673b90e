import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showSignIn } from '../operations/show-sign-in.ts'
import { after, urls } from './routes.ts'
import { fr } from './ways-fr.ts'

export const loader = answers(showSignIn, { input: ({ request }) => ({ returnTo: after(request.url) }) })

/** What went wrong with a provider or a passkey, and what to do. It says nothing of who tried. */
export default function SignInFailedPage() {
  const { providers, returnTo } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  const reason = query.get('raison') ?? ''
  const { title, what } = (Object.hasOwn(fr.failed.reasons, reason) ? fr.failed.reasons[reason] : undefined) ?? fr.failed.reasons['lost']!
  const provider = providers.find(({ key }) => key === query.get('service'))
  return (
    <Page title={title(provider?.label ?? fr.failed.provider)} lead={what} width="text">
      <ButtonLink href={urls.signIn(returnTo)}>{fr.failed.again}</ButtonLink>
    </Page>
  )
}
