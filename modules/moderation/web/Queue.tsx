import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { listReported } from '../operations/list-reported.ts'
import { fr as words } from './fr.ts'
import { fr } from './moderating.fr.ts'
import type { under } from './routes.ts'

type Answer = Output<typeof listReported>
type Urls = ReturnType<typeof under>

const columns = (urls: Urls): Record<string, (subject: Answer['subjects'][number]) => ReactNode> => ({
  [fr.columns.title]: ({ id, title, isHeld }) => <><Link href={urls.reported(id)}>{title}</Link>{isHeld && <>{' '}<Badge kind="warning">{fr.held}</Badge></>}</>,
  [fr.columns.kind]: ({ label }) => label,
  [fr.columns.reports]: ({ reports }) => reports,
  [fr.columns.reasons]: ({ reasons }) => reasons.map((one) => words.reasons[one] ?? one).join(', '),
  [fr.columns.at]: ({ reportedAt }) => <Time at={reportedAt} />,
})

/** What waits for a decision, what is to be mended apart, the appeals, what was decided: for moderators and for administrators, each at their addresses. */
export function Queue({ state, concern, waiting, defects, appealed, subjects, next, urls }: Answer & { urls: Urls }) {
  const counts = { open: waiting, defects, appealed, decided: undefined }
  const shown = state === 'open' && concern === 'defect' ? 'defects' : state
  const tabs = (['open', 'defects', 'appealed', 'decided'] as const).map((one) => (
    { label: fr.tabs[one], href: urls.queue(one), current: shown === one, count: counts[one] }))
  return (
    <Page title={fr.title} lead={fr.lead(waiting + defects + appealed)}>
      <Tabs label={fr.title} tabs={tabs} />
      <Table rows={subjects} rowKey={({ id }) => id} caption={fr.table(fr.tabs[shown])} captionHidden empty={fr.none[shown]} columns={columns(urls)} />
      {next && <Pagination next={urls.queue(shown, next)} label={fr.next} />}
    </Page>
  )
}
