import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Day } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { acceptInvitation } from '../operations/accept-invitation.ts'
import { declineInvitation } from '../operations/decline-invitation.ts'
import { showInvitation } from '../operations/show-invitation.ts'
import { answersPerson } from './answers-to.ts'
import { fr } from './joining.fr.ts'
import { urls } from './routes.ts'

export const loader = answersPerson(showInvitation)
export const action = accepts({ acceptInvitation, declineInvitation }, {
  acceptInvitation: ({ baseSlug, resourceId }) => baseSlug === null ? urls.draft(resourceId!) : urls.base(baseSlug),
  declineInvitation: () => urls.myBases(),
})

const { page: words } = fr

/** Where a mail leads, once one has signed in. Opening it changes nothing, since scanners of mail open every link: the buttons do. */
export default function InvitationPage() {
  const { state, offer, address, can, invitationId, token } = useAnswer<typeof loader>()
  if (state !== 'pending' || !offer) {
    const { title, what } = words.states[state === 'pending' ? 'unknown' : state]
    return (
      <Page title={title} lead={what} width="text">
        {address && <p>{words.sentTo(address)}</p>}
        <ButtonLink href={urls.myBases()} priority="secondary">{words.mine}</ButtonLink>
      </Page>
    )
  }
  const fixed = { invitationId, token }
  return (
    <Page title={words.title(offer)} lead={words.by(offer.invitedBy)} width="text">
      {offer.excerpt && <p>{offer.excerpt}</p>}
      <Facts facts={[
        { label: words.facts.role, value: words.roles[offer.role ?? 'resource'] },
        offer.message !== '' && { label: words.facts.message, value: offer.message },
        { label: words.facts.expires, value: <Day at={offer.expiresAt} /> },
      ]} />
      <p>{offer.kind === 'base' ? words.seen : words.seenResource}</p>
      <div className="sl-buttons">
        {can.acceptInvitation && <CommandForm form={can.acceptInvitation} submit={words.accept} inline fixed={fixed} />}
        {can.declineInvitation && <CommandForm form={can.declineInvitation} submit={words.decline} inline priority="secondary" fixed={fixed} />}
      </div>
    </Page>
  )
}
