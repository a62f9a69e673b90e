import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Plot } from '#design/Plot.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listSiteFeedback } from '../../operations/back-office/list-site-feedback.ts'
import { fr } from '../site-feedback.fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listSiteFeedback)

const { backOffice: words, areas: names } = fr
const nameOf = (area: string | null) => area === null ? words.noArea : names[area] ?? area

type Said = Answered<typeof listSiteFeedback>['feedback'][number]
const { columns, columnsOf } = words

const columnsAt = (now: string): Record<string, (said: Said) => ReactNode> => ({
  [columnsOf.at]: ({ at }) => <Time at={at} now={now} />, [columnsOf.rating]: ({ rating }) => words.out(rating),
  [columnsOf.area]: ({ area }) => area === null ? '' : nameOf(area), [columnsOf.text]: ({ text }) => text,
  [columnsOf.who]: ({ name, personId, wantsContact }) =>
    <>{personId === null ? words.visitor : name ?? words.gone}{wantsContact && <span className="fr-hint-text">{words.contact}</span>}</>,
})

/** What people say of the service: the mean, what was difficult, each in their words. */
export default function SiteFeedbackListPage() {
  const { count, mean, areas, months, feedback, next, now } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const area = params.get('area') ?? undefined
  return (
    <Page title={words.title} lead={mean === null ? undefined : words.mean(mean, count)}>
      {count > 0 && (
        <>
          <Section title={words.months}><Plot name={words.months} points={months} /></Section>
          <Section title={words.areas}>
            <Table rows={areas} rowKey={(one) => one.area ?? ''} caption={words.areas} captionHidden empty={words.none} columns={{
              [columns.area]: (one) => nameOf(one.area), [columns.count]: (one) => one.count, [columns.mean]: (one) => words.score(one.mean),
            }} />
          </Section>
        </>
      )}
      <Section title={words.list}>
        <Tabs label={words.filter} tabs={[{ label: words.all, href: urls.siteFeedback(), current: area === undefined },
          ...Object.entries(names).map(([key, label]) => ({ label, href: urls.siteFeedback({ area: key }), current: area === key }))]} />
        <Table rows={feedback} rowKey={({ id }) => id} caption={words.list} captionHidden empty={<EmptyState title={words.none} />} columns={columnsAt(now)} />
        {next && <Pagination next={urls.siteFeedback({ area, before: next })} label={words.next} />}
      </Section>
    </Page>
  )
}
