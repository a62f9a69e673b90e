import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { archiveConversation } from '../operations/archive-conversation.ts'
import { cancelScheduledMessage } from '../operations/cancel-scheduled-message.ts'
import { changeScheduledMessage } from '../operations/change-scheduled-message.ts'
import { fileConversation } from '../operations/file-conversation.ts'
import { reactToMessage } from '../operations/react-to-message.ts'
import { blockPerson } from '../operations/block-person.ts'
import { deleteMessage } from '../operations/delete-message.ts'
import { discardHeldMessage } from '../operations/discard-held-message.ts'
import { discardDraft } from '../operations/discard-draft.ts'
import { editMessage } from '../operations/edit-message.ts'
import { leaveConversation } from '../operations/leave-conversation.ts'
import { openConversation } from '../operations/open-conversation.ts'
import { sendHeldMessage } from '../operations/send-held-message.ts'
import { showConversation } from '../operations/show-conversation.ts'
import { takeBackMessage } from '../operations/take-back-message.ts'
import { unblockPerson } from '../operations/unblock-person.ts'
import { writeMessage } from '../operations/write-message.ts'
import { topics } from '../topics.ts'
import { Behaviour } from './Behaviour.tsx'
import { fr as conversing } from './conversing.fr.ts'
import { Filing } from './Filing.tsx'
import { fr as attachments } from './attachments.fr.ts'
import { fr } from './fr.ts'
import { fr as waiting } from './held.fr.ts'
import { Held } from './Held.tsx'
import { Lines } from './Lines.tsx'
import { Presence } from './Presence.tsx'
import { Scheduled } from './Scheduled.tsx'
import { Later, Mentionable } from './Writing.tsx'
import { urls } from './routes.ts'

export const loader = answers(showConversation, {
  input: ({ url }) => url.searchParams.has('fil') ? { thread: url.searchParams.get('fil') } : {},
})
const at = ({ messageId }: { messageId: string | null }, { conversationId }: { conversationId?: string }) =>
  conversationId ? urls.conversation(conversationId, messageId) : urls.list()
const there = ({ conversationId }: { conversationId: string }) => urls.conversation(conversationId)
const commands = {
  writeMessage, discardDraft, openConversation, archiveConversation, leaveConversation, editMessage, deleteMessage,
  blockPerson, unblockPerson, takeBackMessage, sendHeldMessage, discardHeldMessage,
  reactToMessage, changeScheduledMessage, cancelScheduledMessage, fileConversation,
}
export const action = accepts(commands, {
  writeMessage: at, archiveConversation: () => urls.list(), leaveConversation: () => urls.list(),
  changeScheduledMessage: there, cancelScheduledMessage: there,
})

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.conversation
/** Characters of a message that is answered. */
const EXCERPT = 140

/** A conversation: what was written, the last below, then what one answers. */
export default function ConversationPage() {
  const answer = useAnswer<typeof loader>()
  const { id, title, kind, isAnnouncements, messages, happenings, older, isLast, isThread, cameLater, people, isMorePeople } = answer
  const thread = useSearchParams()[0].get('fil')
  const names = people.map(({ name, isMe }) => isMe ? words.you : name ?? fr.somebody)
  return (
    <Page title={title} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}
      lead={kind === 'pair' ? undefined : words.with(fr.named(isMorePeople ? [...names, words.more] : names, 0))}
      above={isAnnouncements ? <Badge>{fr.list.announcements}</Badge> : undefined}>
      <div data-live={topics.written}>
        <Presence {...answer} />
        <Section title={isThread ? conversing.threads.of : words.messages}>
          {isThread && <p><Link href={urls.conversation(id)}>{conversing.threads.back}</Link></p>}
          {isThread && <p className="fr-hint-text">{conversing.threads.mute}</p>}
          {cameLater && !older && !isThread && <p className="fr-hint-text">{conversing.group.cameLater}</p>}
          {older && <p><Link href={thread ? urls.thread(id, thread, older) : urls.older(id, older)}>{words.older}</Link></p>}
          {!isLast && !isThread && <p><Link href={urls.conversation(id)}>{words.last}</Link></p>}
          {messages.length === 0 && <p>{words.none}</p>}
          <Lines messages={messages} happenings={happenings} answer={answer} />
          <MarkRead {...answer} />
        </Section>
      </div>
      <div data-live={topics.written}><Held {...answer} /><Scheduled {...answer} /></div>
      {isLast && <Answering {...answer} />}
      <Behaviour {...answer} />
      <Filing {...answer} />
    </Page>
  )
}

function MarkRead({ id, unread, can }: Answer) {
  if (unread === 0 || !can.openConversation) return null
  const fixed = { conversationId: id }
  return <CommandForm form={can.openConversation} fixed={fixed} submit={words.markRead(unread)} priority="tertiary" size="sm" inline />
}

/** What is being written is kept as a draft, here or on the page where files are added to it. */
const Beside = ({ attach }: { attach: string }) => (
  <>
    <Button type="submit" name="as" value="draft" priority="tertiary">{words.keep}</Button>
    <Button type="submit" name="as" value="draft" formAction={attach} priority="tertiary">{attachments.attach}</Button>
  </>
)

function Answering({ id, closed, draft, messages, isPaused, isThread, people, timeZone, can }: Answer) {
  const [search] = useSearchParams()
  const asked = messages.find((one) => one.id === search.get(isThread ? 'fil' : 'repondre') && !one.isDeleted)
  if (closed) return <Alert kind="info" title={words.closed[closed] ?? ''} level={2} />
  if (!can.writeMessage) return null
  return (
    <Section title={asked ? words.answer : words.answerAll}>
      {isPaused && <Alert kind="info" title={waiting.closed(fr.feature)} level={3}>{waiting.written}</Alert>}
      {asked && <p className="fr-hint-text">{words.inAnswer(asked.by ?? fr.gone, asked.body.slice(0, EXCERPT))}</p>}
      <CommandForm form={can.writeMessage} submit={words.send} values={{ body: draft }} action={urls.conversation(id)}
        fixed={{ conversationId: id, answersId: asked?.id }}
        beside={<Beside attach={urls.attach(id, asked?.id)} />}>
        {(field) => (
          <>
            <Mentionable people={people}>
              <TextArea {...field('body')} label={words.write} hint={draft ? words.draft : conversing.mentions.hint} rows={4} />
            </Mentionable>
            <Later field={field} timeZone={timeZone} />
          </>
        )}
      </CommandForm>
      {draft && can.discardDraft && (
        <CommandForm form={can.discardDraft} fixed={{ conversationId: id }} submit={words.discard} priority="quiet" size="sm" inline />
      )}
    </Section>
  )
}
