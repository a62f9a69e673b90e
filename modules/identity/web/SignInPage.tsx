import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { PasskeyEntry } from '#design/PasskeyButton.tsx'
import { Section } from '#design/Section.tsx'
import { EmailField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { requestSignInLink } from '../operations/request-sign-in-link.ts'
import { showSignIn } from '../operations/show-sign-in.ts'
import { fr } from './fr.ts'
import { ProviderChoice } from './ProviderChoice.tsx'
import { after, urls } from './routes.ts'
import { fr as ways } from './ways-fr.ts'

export const loader = answers(showSignIn, { input: ({ request }) => ({ returnTo: after(request.url) }) })
export const action = accepts({ requestSignInLink }, { requestSignInLink: urls.linkSent })

/** One field: where to send the link. Before it, the services where one is already known; after it, the device that recognises one. */
export default function SignInPage() {
  const { returnTo, signedIn, providers, can } = useAnswer<typeof loader>()
  const byLink = (
    <>
      {can.requestSignInLink && (
        <CommandForm form={can.requestSignInLink} submit={fr.signIn.submit} fixed={{ returnTo }} refusals={fr.refusals}
          labels={{ email: fr.signIn.email }}>
          {(field) => <EmailField {...field('email')} label={fr.signIn.email} />}
        </CommandForm>
      )}
      <p className="fr-mt-3w">{fr.signIn.first}</p>
    </>
  )
  return (
    <Page title={fr.signIn.title} lead={providers.length === 0 ? fr.signIn.lead : undefined} width="text">
      {signedIn && (
        <Alert kind="info">
          <p>{fr.signIn.already} <ButtonLink size="sm" priority="tertiary" href={returnTo}>{fr.signIn.goOn}</ButtonLink></p>
        </Alert>
      )}
      {providers.length > 0 && <ProviderChoice providers={providers} returnTo={returnTo} />}
      {providers.length > 0 ? <Section title={ways.providers.or} lead={fr.signIn.lead}>{byLink}</Section> : byLink}
      <PasskeyEntry options={urls.passkeyOptions()} action={urls.enterByPasskey()} fixed={{ returnTo }}>{ways.passkey.enter}</PasskeyEntry>
    </Page>
  )
}
