import type { LoaderFunctionArgs } from 'react-router'
import { Button, ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { EmailField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { linkIdentity } from '../operations/link-identity.ts'
import { requestSignInLink } from '../operations/request-sign-in-link.ts'
import { showProposal } from '../operations/show-proposal.ts'
import { ticketOf } from '../providers/ticket-cookie.ts'
import { fr as words } from './fr.ts'
import { urls } from './routes.ts'
import { formRefusals } from './Ways.tsx'
import { fr } from './ways-fr.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  // Of the browser that came back from the provider, and of no other.
  const ticket = ticketOf(args.context.get(pageCall).cookies) ?? ''
  return { ...await answers(showProposal, { input: () => ({ ticket }) })(args), ticket }
}
export const action = accepts({ linkIdentity, requestSignInLink }, { linkIdentity: ({ returnTo }) => returnTo,
  requestSignInLink: urls.linkSent })

/** An identity is proposed to an account, and never given to it: what will happen is said, and the person confirms. */
export default function ProposalPage() {
  const answer = useAnswer<typeof loader>()
  const { state, provider, label, ticket, can } = answer
  return (
    <Page title={fr.proposal.titles[state]} lead={provider && fr.proposal.identity(provider, label)} width="text">
      {state === 'confirm' && can.linkIdentity && (
        <>
          <p>{fr.proposal.confirm(provider!)}</p>
          <CommandForm form={can.linkIdentity} submit={fr.proposal.link} fixed={{ ticket }} refusals={formRefusals}
            beside={<ButtonLink href={urls.identities()} priority="tertiary">{fr.proposal.keep}</ButtonLink>} />
        </>
      )}
      {(state === 'prove' || state === 'ask') && <Prove {...answer} />}
      {state === 'other' && <p>{fr.proposal.other}</p>}
      {state === 'taken' && <p>{fr.proposal.taken}</p>}
      {state === 'gone' && <p>{fr.proposal.gone}</p>}
      {(state === 'linked' || state === 'taken') && <ButtonLink href={urls.identities()}>{fr.proposal.goOn}</ButtonLink>}
      {(state === 'gone' || state === 'other') && <ButtonLink href={urls.signIn()}>{fr.proposal.again}</ButtonLink>}
    </Page>
  )
}

type Answer = ReturnType<typeof useAnswer<typeof loader>>

function Prove({ state, address, email, ticket, canJoinApart, can }: Answer) {
  const fixed = { returnTo: urls.proposal(), ...email && { email } }
  return (
    <>
      <p>{address ? fr.proposal.prove(address) : fr.proposal.ask}</p>
      <p>{fr.proposal.sameBrowser}</p>
      {can.requestSignInLink && (
        <CommandForm form={can.requestSignInLink} submit={fr.proposal.send} fixed={fixed} refusals={words.refusals}
          labels={{ email: fr.proposal.email }}>
          {(field) => !email && <EmailField {...field('email')} label={fr.proposal.email} />}
        </CommandForm>
      )}
      {state === 'ask' && <p><ButtonLink href={urls.signIn(urls.proposal())} priority="tertiary">{fr.proposal.otherWay}</ButtonLink></p>}
      {canJoinApart && (
        <Section title={state === 'ask' ? fr.proposal.none : fr.proposal.apart}
          lead={state === 'ask' ? fr.proposal.noneLead : fr.proposal.apartLead}>
          <form method="post" action={urls.enterApart()} data-once="">
            <Hidden name="ticket" value={ticket} />
            <Button type="submit" priority="secondary">{fr.proposal.joinApart}</Button>
          </form>
        </Section>
      )}
    </>
  )
}
