import type { ReactNode } from 'react'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listReported } from '../../operations/back-office/list-reported.ts'
import { fr as words } from '../fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listReported)

type Subject = Answered<typeof listReported>['subjects'][number]

const columns: Record<string, (subject: Subject) => ReactNode> = {
  [fr.columns.title]: ({ id, title }) => <Link href={urls.reported(id)}>{title}</Link>,
  [fr.columns.kind]: ({ label }) => label,
  [fr.columns.reports]: ({ reports }) => reports,
  [fr.columns.reasons]: ({ reasons }) => reasons.map((one) => words.reasons[one] ?? one).join(', '),
  [fr.columns.at]: ({ reportedAt }) => <Time at={reportedAt} />,
}

/** What was reported: what waits, what was decided. */
export default function QueuePage() {
  const { state, waiting, subjects, next } = useAnswer<typeof loader>()
  const tabs = (['open', 'decided'] as const).map((one) => (
    { label: fr.tabs[one], href: urls.queue(one), current: state === one, count: one === 'open' ? waiting : undefined }))
  return (
    <Page title={fr.title} lead={fr.lead(waiting)}>
      <Tabs label={fr.title} tabs={tabs} />
      <Table rows={subjects} rowKey={({ id }) => id} caption={fr.table(fr.title)} captionHidden empty={fr.none[state] ?? ''} columns={columns} />
      {next && <Pagination next={urls.queue(state === 'decided' ? 'decided' : 'open', next)} label={fr.next} />}
    </Page>
  )
}
