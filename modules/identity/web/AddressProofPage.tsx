import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { openAddressProof } from '../operations/open-address-proof.ts'
import { proveAddress } from '../operations/prove-address.ts'
import { urls } from './routes.ts'
import { fr } from './ways-fr.ts'

export const loader = answers(openAddressProof,
  { input: ({ request }) => ({ token: new URL(request.url).searchParams.get('jeton') ?? '' }) })
export const action = accepts({ proveAddress }, { proveAddress: urls.identities })

/** Where the mail leads. Opening it changes nothing, since scanners of mail open every link: the button does. */
export default function AddressProofPage() {
  const { state, email, can } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  return (
    <Page title={fr.proof.title} lead={state === 'good' ? email && fr.proof.good(email) : fr.proof.states[state]} width="text">
      {state === 'good' && can.proveAddress
        ? <CommandForm form={can.proveAddress} submit={fr.proof.submit} fixed={{ token: query.get('jeton') }} refusals={fr.refusals} />
        : <ButtonLink href={urls.identities()}>{fr.proof.back}</ButtonLink>}
    </Page>
  )
}
