import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { openStaffLink } from '../../operations/back-office/open-staff-link.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(openStaffLink, { input: ({ request }) => ({ token: new URL(request.url).searchParams.get('jeton') ?? '' }) })

/** Where the mail leads. Opening it changes nothing: the button does. */
export default function StaffLinkPage() {
  const { state, address, returnTo } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  const dead = query.get('raison') === 'not-administrator' ? 'refused' : state === 'good' ? undefined : state
  if (dead) {
    return (
      <Page title={fr.link.states[dead].title} lead={fr.link.states[dead].what} width="text">
        <ButtonLink href={urls.signIn(returnTo)}>{fr.link.again}</ButtonLink>
      </Page>
    )
  }
  return (
    <Page title={fr.link.title} lead={address && fr.link.good(address)} width="text">
      <p>{fr.link.ask}</p>
      <form method="post" action={urls.enterByLink()} className="sl-form" data-once="">
        <Hidden name="token" value={query.get('jeton')} />
        <Button type="submit" size="lg">{fr.link.submit}</Button>
      </form>
      <p className="fr-mt-3w">{fr.link.notYou}</p>
    </Page>
  )
}
