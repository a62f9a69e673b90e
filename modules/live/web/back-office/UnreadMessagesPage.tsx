import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listUnreadMessages } from '../../operations/back-office/list-unread-messages.ts'
import { fr } from './fr.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listUnreadMessages)(args), now: new Date().toISOString() })

type Message = Answered<typeof listUnreadMessages>['messages'][number]

const cells = (now: string): Record<string, (message: Message) => ReactNode> => ({
  [fr.columns.topic]: ({ topic }) => <code>{topic}</code>,
  [fr.columns.at]: ({ at }) => <Time at={at} now={now} />,
  [fr.columns.people]: ({ people }) => fr.number(people),
  [fr.columns.waiting]: ({ waiting }) => fr.number(waiting),
  [fr.columns.failed]: ({ failed }) => fr.number(failed),
  [fr.columns.expires]: ({ expiresAt }) => expiresAt ? <Time at={expiresAt} now={now} /> : fr.never,
  [fr.columns.id]: ({ id }) => <code>{id}</code>,
})

/** What pages were to acknowledge, and did not. */
export default function UnreadMessagesPage() {
  const { messages, now } = useAnswer<typeof loader>()
  return (
    <Page title={fr.title} lead={fr.lead}>
      <Table rows={messages} rowKey={({ id }) => id} caption={fr.caption} columns={cells(now)}
        empty={<EmptyState title={fr.empty}>{fr.emptyHelp}</EmptyState>} />
    </Page>
  )
}
