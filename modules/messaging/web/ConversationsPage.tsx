import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { Section } from '#design/Section.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { archiveConversation } from '../operations/archive-conversation.ts'
import { discardHeldMessage } from '../operations/discard-held-message.ts'
import { listConversations } from '../operations/list-conversations.ts'
import { openConversation } from '../operations/open-conversation.ts'
import { sendHeldMessage } from '../operations/send-held-message.ts'
import { takeBackMessage } from '../operations/take-back-message.ts'
import { topics } from '../topics.ts'
import { fr as conversing } from './conversing.fr.ts'
import { fr } from './fr.ts'
import { Held } from './Held.tsx'
import { urls } from './routes.ts'

export const loader = answers(listConversations)
export const action = accepts(
  { openConversation, archiveConversation, takeBackMessage, sendHeldMessage, discardHeldMessage },
  { openConversation: ({ conversationId }) => urls.conversation(conversationId) },
)

type Answer = Awaited<ReturnType<typeof loader>>
type Line = Answer['conversations'][number]
const words = fr.list

/** One's conversations, the last written first. */
export default function ConversationsPage() {
  const answer = useAnswer<typeof loader>()
  const { conversations, unread, onlyArchived, folders, folderId, next } = answer
  const inside = folders.find(({ id }) => id === folderId)?.name
  return (
    <Page title={words.title} lead={words.lead(unread)} width="text" actions={<ButtonLink href={urls.create()}>{words.write}</ButtonLink>}>
      <SearchField action={urls.search()} label={words.search} />
      <Tabs label={words.filters} tabs={[
        { label: words.current, href: urls.list(), current: !onlyArchived && folderId === null },
        { label: words.archived, href: urls.listed({ archived: true }), current: onlyArchived && folderId === null },
        ...folders.map(({ id, name, count }) => ({ label: name, count, href: urls.listed({ folder: id }), current: folderId === id })),
      ]} />
      <div data-live={topics.written}>
        <Section title={inside === undefined ? words.conversations : conversing.folders.inside(inside)}>
          {conversations.length === 0 && <Empty answer={answer} />}
          <ul className="sl-people">{conversations.map((line) => <One key={line.id} line={line} answer={answer} />)}</ul>
        </Section>
      </div>
      <div data-live={topics.written}><Held {...answer} linked /></div>
      <Pagination next={next ? urls.listed({ archived: onlyArchived, before: next, folder: folderId ?? undefined }) : undefined}
        label={words.older} />
      <nav aria-label={words.more}>
        <ul>
          <li><Link href={urls.folders()}>{conversing.folders.manage}</Link></li>
          <li><Link href={urls.receipts()}>{conversing.receipts.title}</Link></li>
          <li><Link href={urls.channels()}>{words.channels}</Link></li>
          <li><Link href={urls.blocked()}>{words.blocked}</Link></li>
        </ul>
      </nav>
    </Page>
  )
}

function Empty({ answer: { folderId, onlyArchived } }: { answer: Answer }) {
  const all = <ButtonLink href={urls.list()}>{words.all}</ButtonLink>
  if (folderId) return <EmptyState title={conversing.folders.empty} action={all}>{conversing.folders.emptyLead}</EmptyState>
  if (onlyArchived) return <EmptyState title={words.emptyArchived} action={all} />
  return <EmptyState title={words.empty}>{words.emptyLead}</EmptyState>
}

const lastOf = ({ last }: Line) => last
  && words.said(last.isMine ? words.you : last.by ?? fr.gone, last.isDeleted ? words.deleted : last.excerpt.replaceAll('\n', ' '))

function One({ line, answer: { can, now, timeZone, onlyArchived } }: { line: Line, answer: Answer }) {
  const { id, title, kind, isAnnouncements, unread, hasDraft, lastAt } = line
  const about = <VisuallyHidden> ({title})</VisuallyHidden>
  const button = { size: 'sm', inline: true } as const
  return (
    <li className="sl-person">
      <span className="sl-person__name">
        <Link href={urls.conversation(id)}>{title}</Link>
        <span className="fr-hint-text">{lastOf(line)}</span>
        <span className="fr-hint-text"><Time at={lastAt} now={now} timeZone={timeZone} /></span>
      </span>
      {kind !== 'pair' && <Badge>{isAnnouncements ? words.announcements : kind === 'channel' ? words.channel : words.group}</Badge>}
      {hasDraft && <Badge kind="info">{words.draft}</Badge>}
      {unread > 0 && <Badge kind="new">{words.unread(unread)}</Badge>}
      {can.openConversation && (
        <CommandForm form={can.openConversation} {...button} priority="tertiary" fixed={{ conversationId: id }}
          submit={<>{words.open}{about}</>} />
      )}
      {can.archiveConversation && (
        <CommandForm form={can.archiveConversation} {...button} priority="quiet"
          fixed={{ conversationId: id, archived: onlyArchived ? 'false' : 'true' }}
          submit={<>{onlyArchived ? words.unarchive : words.archive}{about}</>} />
      )}
    </li>
  )
}
