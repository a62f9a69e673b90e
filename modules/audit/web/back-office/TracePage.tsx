import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listEntries } from '../../operations/back-office/list-entries.ts'
import { fr } from './fr.ts'
import { urls, type TraceFilters } from './routes.ts'
import { Search } from './Search.tsx'
import { Who } from './Who.tsx'

export const loader = async (args: LoaderFunctionArgs) => {
  const { before: _, ...filters } = Object.fromEntries(new URL(args.request.url).searchParams) as TraceFilters & { before?: string }
  return { ...await answers(listEntries)(args), filters, now: new Date().toISOString() }
}

type Entry = Answered<typeof listEntries>['entries'][number]
const words = fr.trace
const kinds = { done: 'success', refused: 'warning', read: 'info' } as const

const cells = (now: string): Record<string, (entry: Entry) => ReactNode> => ({
  [words.columns.at]: ({ at }) => <Time at={at} now={now} />,
  [words.columns.who]: (entry) => <Who {...entry} />,
  [words.columns.operation]: ({ id, operation }) => <Link href={urls.entry(id)}>{operation}</Link>,
  [words.columns.outcome]: ({ outcome, code }) => <><Badge kind={kinds[outcome]}>{fr.outcomes[outcome]}</Badge>{code && <code>{code}</code>}</>,
  [words.columns.on]: ({ target }) => target && <Link href={urls.trace({ target })}><code>{target.slice(0, 8)}…</code></Link>,
})

/** The trace, searched. */
export default function TracePage() {
  const { entries, next, filters, now } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} actions={<ButtonLink href={urls.chain()} priority="secondary">{words.chain}</ButtonLink>}>
      <Search filters={filters} />
      <Table rows={entries} rowKey={({ id }) => id} caption={words.caption} columns={cells(now)}
        empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>} />
      <Pagination next={next ? urls.trace(filters, next) : undefined} label={words.older} />
      {entries.length > 0 && (
        <Section title={words.exports} lead={words.exportLead}>
          <ButtonGroup>
            <ButtonLink href={urls.exported(filters, 'csv')} priority="secondary" icon="fr-icon-download-line" download>{words.csv}</ButtonLink>
            <ButtonLink href={urls.exported(filters, 'ndjson')} priority="tertiary" icon="fr-icon-download-line" download>
              {words.ndjson}</ButtonLink>
          </ButtonGroup>
        </Section>
      )}
    </Page>
  )
}
