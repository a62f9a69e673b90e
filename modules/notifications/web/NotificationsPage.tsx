import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { dayOf } from '#design/moment.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listNotifications } from '../operations/list-notifications.ts'
import { markNotificationRead } from '../operations/mark-notification-read.ts'
import { markNotificationUnread } from '../operations/mark-notification-unread.ts'
import { muteSubject } from '../operations/mute-subject.ts'
import { openNotification } from '../operations/open-notification.ts'
import { readAllNotifications } from '../operations/read-all-notifications.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listNotifications)
export const action = accepts(
  { openNotification, markNotificationRead, markNotificationUnread, readAllNotifications, muteSubject },
  { openNotification: ({ href }) => href ?? urls.list() },
)

type Answer = Awaited<ReturnType<typeof loader>>
type Line = Answer['notifications'][number]
const words = fr.list

const DAY = 86_400_000

/** « Aujourd’hui », « Hier », or the date, in the person's own time zone. */
const dayNames = ({ now, timeZone }: Answer) => {
  const names = new Map([[dayOf(new Date(Date.parse(now) - DAY), timeZone), words.yesterday], [dayOf(new Date(now), timeZone), words.today]])
  return (at: string) => { const day = dayOf(new Date(at), timeZone); return names.get(day) ?? day }
}

/** What one was told, day by day. */
export default function NotificationsPage() {
  const answer = useAnswer<typeof loader>()
  const { notifications, unread, onlyUnread, next, now, can } = answer
  const days = [...Map.groupBy(notifications, ({ at }) => dayNames(answer)(at))]
  return (
    <Page title={words.title} lead={words.lead(unread)} width="text"
      actions={<ButtonLink href={urls.preferences()} priority="tertiary">{words.choose}</ButtonLink>}>
      <Tabs label={words.filters} tabs={[
        { label: words.every, href: urls.list(), current: !onlyUnread },
        { label: words.onlyUnread, href: urls.listed({ unread: true }), current: onlyUnread },
      ]} />
      {unread > 0 && can.readAllNotifications && (
        <div className="fr-mb-4w">
          <CommandForm form={can.readAllNotifications} fixed={{ until: now }} submit={words.readAll} priority="tertiary" size="sm" inline />
        </div>
      )}
      {notifications.length === 0 && (onlyUnread
        ? <EmptyState title={words.emptyUnread} action={<ButtonLink href={urls.list()}>{words.all}</ButtonLink>} />
        : <EmptyState title={words.empty}>{words.emptyLead}</EmptyState>)}
      <div data-live="notifications">{days.map(([day, lines]) => (
        <Section key={day} title={day}>
          <ul className="sl-people">{lines.map((line) => <One key={line.id} line={line} answer={answer} />)}</ul>
        </Section>
      ))}</div>
      <Pagination next={next ? urls.listed({ unread: onlyUnread, before: next }) : undefined} label={words.older} />
    </Page>
  )
}

function One({ line, answer }: { line: Line, answer: Answer }) {
  const { can, now, timeZone } = answer
  const { id, title, body, at, href, isUnread, isCritical, mutable } = line
  const about = <VisuallyHidden> ({title})</VisuallyHidden>
  const mark = isUnread ? can.markNotificationRead : can.markNotificationUnread
  const button = { size: 'sm', inline: true, priority: 'quiet' } as const
  return (
    <li className="sl-person">
      <span className="sl-person__name">
        {title}
        {body && <span className="fr-hint-text">{body}</span>}
        <span className="fr-hint-text"><Time at={at} now={now} timeZone={timeZone} /></span>
      </span>
      {isCritical && <Badge kind="warning">{words.critical}</Badge>}
      {isUnread && <Badge kind="new">{words.unread}</Badge>}
      {href && can.openNotification && (
        <CommandForm form={can.openNotification} {...button} priority="tertiary" fixed={{ notificationId: id }} submit={<>{words.open}{about}</>} />
      )}
      {mark && (
        <CommandForm form={mark} {...button} fixed={{ notificationId: id }} submit={<>{isUnread ? words.markRead : words.markUnread}{about}</>} />
      )}
      {can.muteSubject && mutable.map(({ subject, label }) => can.muteSubject && (
        <CommandForm key={subject} form={can.muteSubject} {...button} fixed={{ subject }} submit={<>{words.mute(label)}{about}</>} />
      ))}
    </li>
  )
}
