import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { searchMessages } from '../operations/search-messages.ts'
import { fr } from './conversing.fr.ts'
import { fr as pages } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(searchMessages)

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.search

/** The messages of one's conversations that hold some words, each with a passage of it. */
export default function SearchMessagesPage() {
  const answer = useAnswer<typeof loader>()
  const { messages, q, next } = answer
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: pages.list.title, href: urls.list() }]}>
      <SearchField action={urls.search()} label={words.label} defaultValue={q} />
      {q === '' && <EmptyState title={words.start}>{words.startLead}</EmptyState>}
      {q !== '' && (
        <Section title={words.found(q)}>
          {messages.length === 0 && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
          <ul className="sl-people">{messages.map((one) => <One key={one.id} one={one} answer={answer} />)}</ul>
        </Section>
      )}
      <Pagination next={next ? urls.search({ q, before: next }) : undefined} label={words.older} />
    </Page>
  )
}

function One({ one, answer: { now, timeZone } }: { one: Answer['messages'][number], answer: Answer }) {
  const by = one.isMine ? pages.list.you : one.by ?? pages.gone
  return (
    <li className="sl-opinion">
      <p>
        <Link href={urls.around(one.conversationId, one.seq, one.id)}>{words.said(by, one.title)}</Link>
        {' · '}<Time at={one.at} now={now} timeZone={timeZone} />
      </p>
      <p className="sl-opinion__words">
        {one.excerpt.map(({ text, isFound, at }) => isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>)}
      </p>
    </li>
  )
}
