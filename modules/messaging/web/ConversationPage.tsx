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
import { blockPerson } from '../operations/block-person.ts'
import { deleteMessage } from '../operations/delete-message.ts'
import { discardDraft } from '../operations/discard-draft.ts'
import { editMessage } from '../operations/edit-message.ts'
import { leaveConversation } from '../operations/leave-conversation.ts'
import { openConversation } from '../operations/open-conversation.ts'
import { showConversation } from '../operations/show-conversation.ts'
import { unblockPerson } from '../operations/unblock-person.ts'
import { writeMessage } from '../operations/write-message.ts'
import { topics } from '../topics.ts'
import { Behaviour } from './Behaviour.tsx'
import { fr } from './fr.ts'
import { Message } from './Message.tsx'
import { urls } from './routes.ts'

export const loader = answers(showConversation)
const at = ({ messageId }: { messageId: string | null }, { conversationId }: { conversationId?: string }) =>
  conversationId ? urls.conversation(conversationId, messageId) : urls.list()
const commands = {
  writeMessage, discardDraft, openConversation, archiveConversation, leaveConversation, editMessage, deleteMessage,
  blockPerson, unblockPerson,
}
export const action = accepts(commands, {
  writeMessage: at, archiveConversation: () => urls.list(), leaveConversation: () => urls.list(),
})

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.conversation
/** Characters of a message that is answered. */
const EXCERPT = 140

/** A conversation: what was written, the last below, then what one answers. */
export default function ConversationPage() {
  const answer = useAnswer<typeof loader>()
  const { id, title, kind, isAnnouncements, messages, older, isLast, people, isMorePeople } = answer
  const names = people.map(({ name, isMe }) => isMe ? words.you : name ?? fr.somebody)
  return (
    <Page title={title} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}
      lead={kind === 'pair' ? undefined : words.with(fr.named(isMorePeople ? [...names, words.more] : names, 0))}
      above={isAnnouncements ? <Badge>{fr.list.announcements}</Badge> : undefined}>
      <div data-live={topics.written}>
        <Section title={words.messages}>
          {older && <p><Link href={urls.older(id, older)}>{words.older}</Link></p>}
          {!isLast && <p><Link href={urls.conversation(id)}>{words.last}</Link></p>}
          {messages.length === 0 && <p>{words.none}</p>}
          <ul className="sl-people">{messages.map((message) => <Message key={message.id} message={message} answer={answer} />)}</ul>
          <MarkRead {...answer} />
        </Section>
      </div>
      {isLast && <Answering {...answer} />}
      <Behaviour {...answer} />
    </Page>
  )
}

function MarkRead({ id, unread, can }: Answer) {
  if (unread === 0 || !can.openConversation) return null
  const fixed = { conversationId: id }
  return <CommandForm form={can.openConversation} fixed={fixed} submit={words.markRead(unread)} priority="tertiary" size="sm" inline />
}

function Answering({ id, closed, draft, messages, can }: Answer) {
  const [search] = useSearchParams()
  const asked = messages.find((one) => one.id === search.get('repondre') && !one.isDeleted)
  if (closed) return <Alert kind="info" title={words.closed[closed] ?? ''} level={2} />
  if (!can.writeMessage) return null
  return (
    <Section title={asked ? words.answer : words.answerAll}>
      {asked && <p className="fr-hint-text">{words.inAnswer(asked.by ?? fr.gone, asked.body.slice(0, EXCERPT))}</p>}
      <CommandForm form={can.writeMessage} submit={words.send} values={{ body: draft }} action={urls.conversation(id)}
        fixed={{ conversationId: id, answersId: asked?.id }}
        beside={<Button type="submit" name="as" value="draft" priority="tertiary">{words.keep}</Button>}>
        {(field) => <TextArea {...field('body')} label={words.write} hint={draft ? words.draft : undefined} rows={4} />}
      </CommandForm>
      {draft && can.discardDraft && (
        <CommandForm form={can.discardDraft} fixed={{ conversationId: id }} submit={words.discard} priority="quiet" size="sm" inline />
      )}
    </Section>
  )
}
