import { Page } from '#design/Page.tsx'
import { TextField } from '#design/TextField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { showSecondFactor } from '../../operations/back-office/show-second-factor.ts'
import { fr } from './fr.ts'
import { PasskeyButton } from './Passkey.tsx'
import { Reason } from './Reason.tsx'
import { urls } from './routes.ts'

export const loader = answers(showSecondFactor)

/** A passkey is made by the browser and by what holds it: the only page of the back office that a script must help. */
export default function AddPasskeyPage() {
  const words = fr.passkey
  return (
    <Page title={words.title} lead={words.lead} width="text">
      <Reason />
      <form method="post" action={urls.enrolPasskey()} className="sl-form">
        <TextField name="name" label={words.name} hint={words.nameHint} autoComplete="off" required={false} />
        <PasskeyButton act="enrol" ask={urls.askPasskeyEnrolment()} field="answer" label={words.submit} />
      </form>
    </Page>
  )
}
