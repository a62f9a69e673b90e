import { useSearchParams } from 'react-router'
import { Button } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showConsent } from '../impersonation/show-consent.ts'
import { fr } from './acting-fr.ts'
import { fr as account } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showConsent, { input: ({ request }) => ({ token: new URL(request.url).searchParams.get('jeton') ?? '' }) })

const words = fr.start

/** Where the back office's link leads: in whose place, until when. The button uses the link. */
export default function StartActingPage() {
  const { isGood, name, until, signedIn } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  if (!isGood) return <Page title={words.dead} lead={words.deadLead} width="text">{null}</Page>
  return (
    <Page title={words.title} lead={words.lead(name ?? account.account.title)} width="text">
      <p>{words.until} {until && <Time at={until} />}. {signedIn && words.closes}</p>
      <form method="post" action={urls.startActing()} className="sl-form" data-once="">
        <Hidden name="token" value={query.get('jeton')} />
        <Button type="submit" size="lg">{words.submit}</Button>
      </form>
    </Page>
  )
}
