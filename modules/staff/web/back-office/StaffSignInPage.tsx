import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { ProviderButton } from '#design/ProviderButton.tsx'
import { EmailField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { requestStaffLink } from '../../operations/back-office/request-staff-link.ts'
import { showStaffSignIn } from '../../operations/back-office/show-staff-sign-in.ts'
import { fr } from './fr.ts'
import { Reason } from './Reason.tsx'
import { after, urls } from './routes.ts'

export const loader = answers(showStaffSignIn, { input: ({ request }) => ({ returnTo: after(request.url) }) })
export const action = accepts({ requestStaffLink }, { requestStaffLink: urls.linkSent })

/** The first factor: one field. */
export default function StaffSignInPage() {
  const { returnTo, signedIn, proConnect, can } = useAnswer<typeof loader>()
  return (
    <Page title={fr.signIn.title} lead={fr.signIn.lead} width="text">
      <Reason />
      {signedIn && (
        <Alert kind="info">
          <p>{fr.signIn.already} <ButtonLink size="sm" priority="tertiary" href={returnTo}>{fr.signIn.goOn}</ButtonLink></p>
        </Alert>
      )}
      {proConnect && <><p>{fr.signIn.proConnect}</p><ProviderButton kind="proconnect" label="ProConnect" href={urls.proConnect(returnTo)} /></>}
      {!proConnect && can.requestStaffLink && (
        <CommandForm form={can.requestStaffLink} submit={fr.signIn.submit} fixed={{ returnTo }} labels={{ email: fr.signIn.email }}>
          {(field) => <EmailField {...field('email')} label={fr.signIn.email} autoComplete="email" />}
        </CommandForm>
      )}
    </Page>
  )
}
