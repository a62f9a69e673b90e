import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listHistory } from '../operations/list-history.ts'
import { answersPerson } from './answers-to.ts'
import { DraftPage } from './DraftPage.tsx'
import { fr as labels } from './fr.ts'
import { fr } from './history.fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({
  ...await answersPerson(listHistory)(args), now: new Date().toISOString(), isEarlier: new URL(args.request.url).searchParams.has('before'),
})

/** Who did what, and when: the newest first. Each state can be compared with today's, then brought back. */
export default function ResourceHistoryPage() {
  const history = useAnswer<typeof loader>()
  const { resourceId, groups, earlier, isEarlier } = history
  return (
    <DraftPage draft={history} face="history">
      <p>{fr.lead}</p>
      <ul className="sl-history">
        {groups.map((group) => <Group key={group.sequence} group={group} {...history} />)}
      </ul>
      <p className="sl-history__more">
        {earlier !== null && <ButtonLink href={urls.draftHistory(resourceId, earlier)} priority="secondary">{fr.earlier}</ButtonLink>}
        {isEarlier && <Link href={urls.draftHistory(resourceId)}>{fr.latest}</Link>}
      </p>
    </DraftPage>
  )
}

type History = Answered<typeof listHistory>

function Group({ group: { sequence, at, byName, changes, contents, events }, latest, now, resourceId }: History & { group: History['groups'][number], now: string }) {
  const named = (id: string | null) => {
    const content = contents.find((one) => one.id === id)
    return content && ` (${content.title ?? labels.contentTypes[content.type]})`
  }
  return (
    <li>
      <p className="sl-history__who">
        <strong>{byName ?? fr.someone}</strong> <span className="fr-hint-text"><Time at={at} now={now} /></span>
        {sequence === latest && <Badge kind="info">{fr.now}</Badge>}
      </p>
      <ul className="sl-history__what">
        {changes.map(({ type, times }) => <li key={type}>{labels.events[type] ?? type}{fr.times(times)}</li>)}
      </ul>
      {contents.length > 0 && <p className="fr-hint-text">{fr.about} : {contents.map(({ title, type }) => title ?? labels.contentTypes[type]).join(', ')}</p>}
      {sequence !== latest && (
        <p><Compare resourceId={resourceId} sequence={sequence} at={at} /></p>
      )}
      {events.length > 1 && (
        <details className="sl-details">
          <summary>{fr.each(events.length)}<VisuallyHidden> – <Time at={at} /></VisuallyHidden></summary>
          <ul className="sl-history">
            {events.map((event) => (
              <li key={event.sequence}>
                {labels.events[event.type] ?? event.type}{named(event.contentId)} <span className="fr-hint-text"><Time at={event.at} now={now} /></span>{' '}
                {event.sequence !== latest && <Compare resourceId={resourceId} sequence={event.sequence} at={event.at} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function Compare({ resourceId, sequence, at }: { resourceId: string, sequence: number, at: string }) {
  return <Link href={urls.draftCompared(resourceId, sequence)}>{fr.compare}<VisuallyHidden> – <Time at={at} />, {sequence}</VisuallyHidden></Link>
}
