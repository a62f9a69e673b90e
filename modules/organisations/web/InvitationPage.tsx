import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { CalendarDate, Day } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { acceptInvitation } from '../operations/accept-invitation.ts'
import { showInvitation } from '../operations/show-invitation.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showInvitation, { input: ({ request }) => ({ token: new URL(request.url).searchParams.get('token') ?? '' }) })
export const action = accepts({ acceptInvitation }, { acceptInvitation: ({ organisationId }) => urls.mine({ joined: organisationId }) })

const words = fr.invitation

/** Where the mail leads, once one has signed in. Opening it changes nothing, since scanners of mail open every link: the button does. */
export default function InvitationPage() {
  const { state, offer, address, can } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  if (state !== 'good' || !offer) {
    const { title, what } = words.states[state === 'good' ? 'unknown' : state]
    return (
      <Page title={title} lead={what} width="text">
        {address && <p>{words.sentTo(address)}</p>}
        <ButtonLink href={urls.mine()} priority={state === 'used' ? 'primary' : 'secondary'}>{words.mine}</ButtonLink>
      </Page>
    )
  }
  return (
    <Page title={words.good(offer.organisationName)} lead={offer.invitedBy ? words.by(offer.invitedBy) : words.byPlatform} width="text">
      <Facts facts={[
        { label: words.facts.kind, value: fr.kinds[offer.organisationKind] }, { label: words.facts.role, value: fr.roles[offer.role] },
        offer.groupName !== null && { label: words.facts.group, value: offer.groupName },
        offer.validTo !== null && { label: words.facts.validTo, value: <CalendarDate date={offer.validTo} /> },
        offer.message !== null && { label: words.facts.message, value: offer.message },
        { label: words.facts.expires, value: <Day at={offer.expiresAt} /> },
      ]} />
      {can.acceptInvitation && <CommandForm form={can.acceptInvitation} submit={words.accept} size="lg"
        fixed={{ token: params.get('token') ?? '' }} />}
      <p className="fr-mt-3w">{words.notYou}</p>
    </Page>
  )
}
