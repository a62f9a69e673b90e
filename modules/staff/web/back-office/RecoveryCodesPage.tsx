import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { CopyButton } from '#design/CopyButton.tsx'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { keepRecoveryCodes } from '../../operations/back-office/keep-recovery-codes.ts'
import { offerRecoveryCodes } from '../../operations/back-office/offer-recovery-codes.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(offerRecoveryCodes)
export const action = accepts({ keepRecoveryCodes }, { keepRecoveryCodes: () => urls.security() })

/** Codes to note, in force once noted. */
export default function RecoveryCodesPage() {
  const { codes, sealed, inForce, can } = useAnswer<typeof loader>()
  const words = fr.codes
  return (
    <Page title={words.title} lead={words.lead} width="text">
      <Alert kind="warning"><p>{words.note}{inForce > 0 && ` ${words.inForce(inForce)}`}</p></Alert>
      <ol className="bo-codes" aria-label={words.list}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <CopyButton text={codes.join('\n')} label={words.copy} />
      {can.keepRecoveryCodes && (
        <CommandForm form={can.keepRecoveryCodes} submit={words.submit} fixed={{ sealed }}
          beside={<ButtonLink href={urls.security()} priority="tertiary">{words.later}</ButtonLink>} />
      )}
    </Page>
  )
}
