import { Link } from '#design/Link.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyReaders } from '../operations/list-my-readers.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listMyReaders)

const words = fr.readers

type Read = ReturnType<typeof useAnswer<typeof loader>>['reads'][number]

const whoOf = ({ isSelf, name, client, actingFor }: Read) => {
  const who = isSelf ? words.self : name ?? client ?? words.someone
  return actingFor ? words.inPlaceOf(who, actingFor) : who
}
const whatOf = ({ operation }: Read) => words.what[operation] ?? words.what[operation.split('.')[0]!] ?? words.other

const whenOf = (now: string, timeZone: string) => (read: Read) => <Time at={read.at} now={now} timeZone={timeZone} />

/** Who looked at one's sensitive data, and when. */
export default function ReadersPage() {
  const { reads, next, now, timeZone } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} breadcrumb={[{ label: fr.data.title, href: urls.data() }]}>
      <Table rows={reads} rowKey={({ id }) =>
        id} caption={words.caption} empty={<EmptyState title={words.empty}>{words.emptyLead}</EmptyState>} columns={{
        [words.columns.who]: whoOf, [words.columns.what]: whatOf, [words.columns.at]: whenOf(now, timeZone),
      }} />
      {next && <p><Link href={urls.readers(next)}>{words.older}</Link></p>}
      {reads.length > 0 && <p>{words.question}</p>}
    </Page>
  )
}
