import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import type { Proof } from '#design/proof.ts'
import { fr } from './proof-fr.ts'
import { urls } from './routes.ts'

/** What a form shows that was refused until a proof: it keeps what was typed, and the proof is given in another tab. */
export const proofBeside: Proof = {
  fields: (
    <Alert kind="warning">
      <p>{fr.invite.what}</p>
      <ButtonLink href={urls.proof(urls.signedInAgain())} target="_blank" priority="secondary">{fr.invite.open}</ButtonLink>
    </Alert>
  ),
  submit: fr.invite.submit,
}

/** Stands for a page that asks a recent proof before it shows anything. @param then the address of that page. */
export function ProofNeededPage({ then }: { then: string }) {
  return <Page title={fr.title} lead={fr.lead} width="text"><ButtonLink href={urls.proof(then)}>{fr.title}</ButtonLink></Page>
}
