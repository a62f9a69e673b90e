import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyAnnouncements } from '../operations/list-my-announcements.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listMyAnnouncements)(args), now: new Date().toISOString() })

const words = fr.mine
type Told = Answered<typeof listMyAnnouncements>['announcements'][number]

const columnsOf = (now: string): Record<string, (one: Told) => ReactNode> => ({
  [words.columns.title]: ({ id, title, isCritical, isToAcknowledge }) => (
    <>
      <Link href={urls.one(id)}>{title}</Link>{isCritical && <>{' '}<Badge kind="warning">{words.critical}</Badge></>}
      {isToAcknowledge && <>{' '}<Badge kind="info">{words.toAcknowledge}</Badge></>}
    </>
  ),
  [words.columns.at]: ({ at }) => <Time at={at} now={now} />,
})

/** What one was told, and what one is asked to confirm. */
export default function MyAnnouncementsPage() {
  const { announcements, organisations, now } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead}>
      <Table rows={announcements} rowKey={({ id }) => id} caption={`${words.title} : ${announcements.length}`} captionHidden
        empty={words.empty} columns={columnsOf(now)} />
      {organisations.length > 0 && (
        <Section title={words.inCharge}>
          <ul>{organisations.map(({ id, name }) => <li key={id}><Link href={urls.organisation(id)}>{words.write(name)}</Link></li>)}</ul>
        </Section>
      )}
    </Page>
  )
}
