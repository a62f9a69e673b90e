import { Button } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { CodeField } from './back-office/CodeField.tsx'
import { fr } from './back-office/fr.ts'
import { PasskeyButton } from './back-office/Passkey.tsx'
import { Reason } from './back-office/Reason.tsx'
import { urls } from './back-office/routes.ts'

/** Fields of a recent proof, for a form that goes to `urls.prove()`. @param then the page to which the rest of the form goes. */
export function ProofFields({ then }: { then: string }) {
  return (
    <div className="bo-proof">
      <Reason name="preuve" />
      <p>{fr.proof.lead}</p>
      <Hidden name="_then" value={then} />
      <CodeField name="_code" label={fr.proof.code} />
      <PasskeyButton act="prove" ask={urls.askPasskey()} field="_answer" label={fr.second.passkey} priority="secondary" />
    </div>
  )
}

/** The page that stands for one that asks a recent proof before it shows anything. */
export function ProofPage({ then }: { then: string }) {
  return (
    <Page title={fr.proof.title} width="text">
      <form method="post" action={urls.prove()} className="sl-form" data-once="">
        <ProofFields then={then} />
        <Button type="submit">{fr.proof.goOn}</Button>
      </form>
    </Page>
  )
}
