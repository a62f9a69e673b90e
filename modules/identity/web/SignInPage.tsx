import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { EmailField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { requestSignInLink } from '../operations/request-sign-in-link.ts'
import { showSignIn } from '../operations/show-sign-in.ts'
import { fr } from './fr.ts'
import { after, urls } from './routes.ts'

export const loader = answers(showSignIn, { input: ({ request }) => ({ returnTo: after(request.url) }) })
export const action = accepts({ requestSignInLink }, { requestSignInLink: urls.linkSent })

/** One field: where to send the link. */
export default function SignInPage() {
  const { returnTo, signedIn, can } = useAnswer<typeof loader>()
  return (
    <Page title={fr.signIn.title} lead={fr.signIn.lead} width="text">
      {signedIn && (
        <Alert kind="info">
          <p>{fr.signIn.already} <ButtonLink size="sm" priority="tertiary" href={returnTo}>{fr.signIn.goOn}</ButtonLink></p>
        </Alert>
      )}
      {can.requestSignInLink && (
        <CommandForm form={can.requestSignInLink} submit={fr.signIn.submit} fixed={{ returnTo }} refusals={fr.refusals}
          labels={{ email: fr.signIn.email }}>
          {(field) => <EmailField {...field('email')} label={fr.signIn.email} />}
        </CommandForm>
      )}
      <p className="fr-mt-3w">{fr.signIn.first}</p>
    </Page>
  )
}
