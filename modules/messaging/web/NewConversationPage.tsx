import { CheckboxField } from '#design/CheckboxField.tsx'
import { ChoicesField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findRecipients } from '../operations/find-recipients.ts'
import { startConversation } from '../operations/start-conversation.ts'
import { fr as attachments } from './attachments.fr.ts'
import { Files } from './Files.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const handle = { hydrate: true }
export const loader = answers(findRecipients)
export const action = accepts({ startConversation }, {
  startConversation: ({ conversationId }) => conversationId ? urls.conversation(conversationId) : urls.list(),
})

const words = fr.create

/** Choosing people, then writing to them: together, or to each apart. */
export default function NewConversationPage() {
  const { chosen, people, isMore, q, to, files, can } = useAnswer<typeof loader>()
  const shown = [...chosen, ...people]
  const choices = Object.fromEntries(shown.map(({ id, name, organisation, group }): [string, [string, string]] =>
    [id, [name, words.from(organisation, group)]]))
  return (
    <Page title={words.title} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}>
      <SearchField action={urls.create()} label={words.search} defaultValue={q} keep={{ to }} />
      {shown.length === 0 && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      {shown.length > 0 && can.startConversation && (
        <CommandForm form={can.startConversation} submit={words.send} values={{ to }} encType="multipart/form-data"
          labels={{ to: words.to, body: words.body, title: words.name, alt: attachments.alt }}>
          {(field) => (
            <>
              <ChoicesField {...field('to')} legend={words.to} hint={words.toHint} choices={choices} columns />
              {isMore && <p className="fr-hint-text">{words.isMore}</p>}
              <TextField {...field('title')} required={false} label={words.name} hint={words.nameHint} />
              <CheckboxField {...field('apart')} required={false} label={words.apart} hint={words.apartHint} />
              <TextArea {...field('body')} label={words.body} />
              {files && (
                <details className="sl-details" open={field('fileIds').defaultValues?.some(Boolean) || undefined}>
                  <summary>{attachments.attach}</summary>
                  <Files field={field} {...files} />
                </details>
              )}
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
