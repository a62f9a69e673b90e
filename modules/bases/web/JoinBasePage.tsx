import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { askToJoinBase } from '../operations/ask-to-join-base.ts'
import { showJoinBase } from '../operations/show-join-base.ts'
import { withdrawJoinRequest } from '../operations/withdraw-join-request.ts'
import { answersPerson } from './answers-to.ts'
import { fr } from './joining.fr.ts'
import { urls } from './routes.ts'

export const loader = answersPerson(showJoinBase)
export const action = accepts({ askToJoinBase, withdrawJoinRequest })

const { join: words } = fr

/** Asks to be in a base, in one's own words; then says what became of it. */
export default function JoinBasePage() {
  const { baseId, slug, title, role, request, can } = useAnswer<typeof loader>()
  const waits = request?.state === 'pending'
  return (
    <Page title={words.title(title)} lead={role || waits ? undefined : words.lead} width="text"
      breadcrumb={[{ label: title, href: urls.base(slug) }]}>
      {role && <p>{words.member} <ButtonLink href={urls.base(slug)} priority="secondary">{words.seeBase}</ButtonLink></p>}
      {!role && waits && (
        <Alert kind="info" level={2} title={words.pending.title}>
          <p>{words.pending.what(request.at)}</p>
          <blockquote><p>{request.message}</p></blockquote>
          {can.withdrawJoinRequest && <CommandForm form={can.withdrawJoinRequest} inline priority="secondary" submit={words.withdraw}
            fixed={{ requestId: request.id }} />}
        </Alert>
      )}
      {!role && request?.state === 'declined' && <Alert kind="warning" level={2} title={words.declined.title}><p>{words.declined.what}</p></Alert>}
      {!role && !waits && can.askToJoinBase && (
        <CommandForm form={can.askToJoinBase} submit={words.submit} fixed={{ baseId }} labels={{ message: words.message }}
          beside={<ButtonLink href={urls.base(slug)} priority="tertiary">{words.seeBase}</ButtonLink>}>
          {(field) => <TextArea {...field('message')} label={words.message} hint={words.hint} rows={5} />}
        </CommandForm>
      )}
    </Page>
  )
}
