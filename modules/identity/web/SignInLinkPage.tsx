import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { openSignInLink } from '../operations/open-sign-in-link.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(openSignInLink, { input: ({ request }) => ({ token: new URL(request.url).searchParams.get('jeton') ?? '' }) })

/** Where the mail leads. Opening it changes nothing, since scanners of mail open every link: the button does. */
export default function SignInLinkPage() {
  const { state, address, returnTo, signedIn } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  const dead = query.get('compte')
  if (state === 'good' && dead === 'suspendu') return <Dead {...fr.link.states.suspended} />
  if (state === 'good' && dead === 'ferme') return <Dead {...fr.link.states.closed} />
  if (state !== 'good') return <Dead {...fr.link.states[state]} goOn={signedIn ? returnTo : undefined} again={urls.signIn(returnTo)} />
  return (
    <Page title={fr.link.title} lead={address && fr.link.good(address)} width="text">
      <p>{fr.link.ask}</p>
      <form method="post" action={urls.openSession()} className="sl-form" data-once="">
        <Hidden name="token" value={query.get('jeton')} />
        <Button type="submit" size="lg">{fr.link.submit}</Button>
      </form>
      <p className="fr-mt-3w">{fr.link.notYou}</p>
    </Page>
  )
}

function Dead({ title, what, again, goOn }: { title: string, what: string, again?: string, goOn?: string }) {
  return (
    <Page title={title} lead={what} width="text">
      {goOn && <p><ButtonLink href={goOn}>{fr.link.goOn}</ButtonLink></p>}
      {again && <ButtonLink href={again} priority={goOn ? 'secondary' : 'primary'}>{fr.link.again}</ButtonLink>}
    </Page>
  )
}
