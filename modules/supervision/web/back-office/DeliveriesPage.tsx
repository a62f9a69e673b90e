import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listDeliveries } from '../../operations/back-office/list-deliveries.ts'
import { retryDelivery } from '../../operations/back-office/retry-delivery.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listDeliveries)(args), now: new Date().toISOString() })
export const action = accepts({ retryDelivery })

type Answer = Answered<typeof listDeliveries>
type Delivery = Answer['deliveries'][number]
const words = fr.deliveries

const cells = (now: string, form: Answer['can']['retryDelivery'] | undefined): Record<string, (delivery: Delivery) => ReactNode> => ({
  [words.columns.reaction]: ({ reaction }) => reaction,
  [words.columns.fact]: ({ fact, recordedAt }) => <>{fact}, <Time at={recordedAt} now={now} /></>,
  [words.columns.subject]: ({ subject }) => <code>{subject}</code>,
  [words.columns.attempts]: ({ attempts }) => attempts,
  [words.columns.error]: ({ error }) => error && <code>{error}</code>,
  [words.columns.due]: ({ dueAt }) => <Time at={dueAt} now={now} />,
  [words.columns.retry]: ({ factId, reaction }) => form && (
    <CommandForm form={form} submit={words.retry} fixed={{ factId, reaction }} priority="tertiary" size="sm" inline />
  ),
})

/** What a reaction could not take yet. */
export default function DeliveriesPage() {
  const { waiting, failing, deliveries, can, now } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} breadcrumb={[{ label: fr.jobs.title, href: urls.jobs() }]}>
      <p>{words.counts(waiting, failing)}</p>
      <Table rows={deliveries} rowKey={({ factId, reaction }) => factId + reaction} caption={words.caption}
        columns={cells(now, can.retryDelivery)} empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>} />
    </Page>
  )
}
