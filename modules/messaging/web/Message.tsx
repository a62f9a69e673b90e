import { useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { Link } from '#design/Link.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { FormRules } from '#kernel/page/form.ts'
import { urls as moderation } from '#modules/moderation/web/routes.ts'
import type { showConversation } from '../operations/show-conversation.ts'
import { fr as conversing } from './conversing.fr.ts'
import { Attachments } from './Attachments.tsx'
import { fr } from './fr.ts'
import { Reactions } from './Reactions.tsx'
import { urls } from './routes.ts'
import { Words } from './Words.tsx'

type Shown = Output<typeof showConversation>
interface Given extends Pick<Shown, 'id' | 'now' | 'timeZone' | 'closed' | 'isThread'> {
  can: Record<'editMessage' | 'deleteMessage' | 'reactToMessage', FormRules | false>
}
const words = fr.conversation

/** One message: who, when, what; its author mends it or takes it away, others report it. */
export function Message({ message, answer }: { message: Shown['messages'][number], answer: Given }) {
  const { by, isMine, isNew, isEdited, isDeleted, isGone, body, at, id, answers } = message
  const [search] = useSearchParams()
  const author = isMine ? fr.list.you : by ?? fr.gone
  const isEditing = search.get('modifier') === id && message.mayEdit
  return (
    <li className="sl-opinion" id={`message-${id}`}>
      <p>
        <strong>{author}</strong>{' · '}<Time at={at} now={answer.now} timeZone={answer.timeZone} />
        {isEdited && !isDeleted && <> ({words.edited})</>}
        {isNew && <>{' '}<Badge kind="new">{words.isNew}</Badge></>}
      </p>
      {answers && !isDeleted && !isGone && <p className="fr-hint-text">
        {words.inAnswer(answers.by ?? fr.gone, answers.excerpt || fr.list.deleted)}</p>}
      {isDeleted || isGone ? <p className="fr-hint-text">{isDeleted ? words.deleted : words.erased}</p>
        : isEditing ? <Mending message={message} answer={answer} /> : <Words body={body} mentions={message.mentions} />}
      {!isDeleted && !isGone && <Attachments files={message.files} />}
      {!isDeleted && !isGone && !isEditing && (isMine ? <Own message={message} answer={answer} asked={search.get('supprimer') === id} />
        : <Others id={id} author={author} answer={answer} />)}
      {!isDeleted && !isGone && <Reactions id={id} reactions={message.reactions} form={mayReact(answer) && answer.can.reactToMessage} />}
      <Beside message={message} answer={answer} />
    </li>
  )
}

type Part = Parameters<typeof Message>[0]

/** Where one may not write one puts no sign either, but on announcements. */
const mayReact = ({ closed }: Given) => closed === null || closed === 'messaging.no-reply'

/** The exchange of answers in which it stands, and who has read up to there. */
function Beside({ message: { id, thread, readBy, answers }, answer }: Part) {
  const { threads, receipts } = conversing
  return (
    <>
      {thread && !answer.isThread && (
        <p><Link className="fr-link fr-link--sm" href={urls.thread(answer.id, thread.id)}>
          {answers === null && thread.id === id ? threads.count(thread.count) : threads.see}</Link></p>
      )}
      {readBy && <p className="fr-hint-text">{receipts.readBy(readBy.names.map((name) => name ?? fr.somebody), readBy.count)}</p>}
    </>
  )
}

function Others({ id, author, answer }: { id: string, author: string, answer: Given }) {
  const whose = <VisuallyHidden> {words.of(author)}</VisuallyHidden>
  const to = urls.about(answer.id, 'repondre', id)
  return (
    <div className="sl-form__end">
      {!answer.closed && <ButtonLink href={to} priority="quiet" size="sm">{words.answer}{whose}</ButtonLink>}
      <Link className="fr-link fr-link--sm" href={moderation.report('messaging.message', id)} rel="nofollow">{words.report}{whose}</Link>
    </div>
  )
}

function Mending({ message, answer: { id, can } }: Part) {
  if (!can.editMessage) return null
  return (
    <CommandForm form={can.editMessage} fixed={{ messageId: message.id }} values={{ body: message.body }} submit={words.save} size="sm"
      action={urls.conversation(id)}
      beside={<ButtonLink href={urls.conversation(id)} priority="tertiary" size="sm">{words.giveUp}</ButtonLink>}>
      {(field) => <TextArea {...field('body')} label={words.editTitle} rows={4} />}
    </CommandForm>
  )
}

function Own({ message, answer: { id, can }, asked }: Part & { asked: boolean }) {
  return (
    <div className="sl-form__end">
      {message.mayEdit && <ButtonLink href={urls.about(id, 'modifier', message.id)} priority="quiet" size="sm">{words.edit}</ButtonLink>}
      {can.deleteMessage && (
        <ConfirmButton form={can.deleteMessage} href={urls.about(id, 'supprimer', message.id)} asked={asked} back={urls.conversation(id)}
          fixed={{ messageId: message.id }} label={words.remove} title={words.removeTitle} priority="quiet" size="sm">
          <p>{words.removeWhat}</p>
        </ConfirmButton>
      )}
    </div>
  )
}
