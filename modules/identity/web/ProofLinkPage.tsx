import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { openProofLink } from '../proof/open-proof-link.ts'
import { fr } from './proof-fr.ts'
import { urls } from './routes.ts'

export const loader = answers(openProofLink, { input: ({ request }) => ({ token: new URL(request.url).searchParams.get('jeton') ?? '' }) })

/** Where the mail leads. Opening it changes nothing, since scanners of mail open every link: the button does. */
export default function ProofLinkPage() {
  const { state } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  return (
    <Page title={fr.link.title} lead={state === 'good' ? fr.link.good : fr.link.states[state]} width="text">
      {state === 'good' ? (
        <form method="post" action={urls.proveByLink()} className="sl-form" data-once="">
          <Hidden name="token" value={query.get('jeton')} />
          <Button type="submit" size="lg">{fr.link.submit}</Button>
        </form>
      ) : <ButtonLink href={urls.proof()}>{fr.link.again}</ButtonLink>}
    </Page>
  )
}
