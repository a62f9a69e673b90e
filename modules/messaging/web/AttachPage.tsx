import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Button, ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { FieldError } from '#design/FieldError.tsx'
import { FileDrop } from '#design/FileDrop.tsx'
import { Hidden } from '#design/Hidden.tsx'
import type { FieldProps } from '#design/field.ts'
import { Page } from '#design/Page.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { uploadFor, type Uploaded } from '#modules/files/web/parts.tsx'
import { showAttaching } from '../operations/show-attaching.ts'
import { writeMessage } from '../operations/write-message.ts'
import { fr } from './attachments.fr.ts'
import { fr as pages } from './fr.ts'
import { urls } from './routes.ts'

export const handle = { hydrate: true }
export const loader = answers(showAttaching)
// What was being written in the conversation comes here as a draft, and goes on from here.
export const action = accepts({ writeMessage }, {
  writeMessage: ({ messageId }, { conversationId, as, answersId }) =>
    as === 'draft' ? urls.attach(conversationId!, answersId) : urls.conversation(conversationId!, messageId),
})

type Answer = Awaited<ReturnType<typeof loader>>
const upload = uploadFor('file')

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
              {!isPaused && <Files field={field('fileIds')} {...answer} />}
              {!isPaused && <TextField {...field('alt')} required={false} label={fr.alt} hint={fr.altHint} />}
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}

function Files({ field, most, maxBytes }: { field: FieldProps } & Pick<Answer, 'most' | 'maxBytes'>) {
  const [sent, setSent] = useState<readonly Uploaded[]>([])
  const kept = (field.defaultValues ?? []).filter(Boolean)
  return (
    <div id={field.id} tabIndex={-1}>
      {kept.length > 0 && <p className="fr-hint-text">{fr.kept(kept.length)}</p>}
      <Hidden name={field.name} value={[...kept, ...sent.map(({ fileId }) => fileId).filter((one) => !kept.includes(one))]} />
      <FileDrop name={field.name} label={fr.files} formats={fr.formats(most)} maxBytes={maxBytes} multiple upload={upload}
        onUploaded={(file) => setSent((before) => [...before, file])} />
      <FieldError id={`${field.id}-error`}>{field.error}</FieldError>
      {sent.length > 0 && (
        <ul className="sl-people">
          {sent.map(({ fileId, name }) => (
            <li key={fileId}>
              {name}{' '}
              <Button size="sm" priority="quiet" onClick={() => setSent((before) => before.filter((one) => one.fileId !== fileId))}>
                {fr.remove(name)}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
