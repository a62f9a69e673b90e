import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showAttaching } from '../operations/show-attaching.ts'
import { writeMessage } from '../operations/write-message.ts'
import { fr } from './attachments.fr.ts'
import { Files } from './Files.tsx'
import { fr as pages } from './fr.ts'
import { urls } from './routes.ts'

export const handle = { hydrate: true }
export const loader = answers(showAttaching)
// What was being written in the conversation comes here as a draft, and goes on from here.
export const action = accepts({ writeMessage }, {
  writeMessage: ({ messageId }, { conversationId, as, answersId }) =>
    as === 'draft' ? urls.attach(conversationId!, answersId) : urls.conversation(conversationId!, messageId),
})

/** Files that go with what one writes: sent one by one as soon as chosen, or with the words where there is no JavaScript. */
export default function AttachPage() {
  const answer = useAnswer<typeof loader>()
  const { id, title, closed, draft, isPaused, can } = answer
  const [search] = useSearchParams()
  const breadcrumb = [{ label: pages.list.title, href: urls.list() }, { label: title, href: urls.conversation(id) }]
  const back = <ButtonLink href={urls.conversation(id)} priority="tertiary">{fr.back}</ButtonLink>
  return (
    <Page title={fr.title} lead={fr.lead(title)} width="text" breadcrumb={breadcrumb}>
      {closed && <Alert title={pages.conversation.closed[closed] ?? ''} level={2} />}
      {isPaused && <Alert title={fr.paused} level={2}>{fr.pausedWords}</Alert>}
      {!closed && can.writeMessage && (
        <CommandForm form={can.writeMessage} submit={fr.send} values={{ body: draft }} beside={back} encType="multipart/form-data"
          fixed={{ conversationId: id, answersId: search.get('repondre') }} labels={{ body: pages.conversation.write, alt: fr.alt }}>
          {(field) => (
            <>
              <TextArea {...field('body')} label={pages.conversation.write} rows={4} />
              {!isPaused && <Files field={field} {...answer} />}
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
