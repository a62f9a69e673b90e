import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findPeople } from '../../operations/back-office/find-people.ts'
import { fr } from './fr.ts'
import { nameOf, StateBadge } from './said.tsx'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(findPeople)(args), now: new Date().toISOString() })

const words = fr.find
type Found = Answered<typeof findPeople>['people'][number]

const columnsAt = (now: string): Record<string, (person: Found) => ReactNode> => ({
  [words.columns.name]: (person) => <Link href={urls.person(person.id)}>{nameOf(person)}</Link>,
  [words.columns.email]: ({ email, otherEmails }) => email && <>{email}{otherEmails > 0 && ` (${words.others(otherEmails)})`}</>,
  [words.columns.state]: ({ state }) => <StateBadge state={state} />,
  [words.columns.roles]: ({ roles }) => roles.map((role) => <Badge key={role} kind="info">{fr.roles[role] ?? role}</Badge>),
  [words.columns.created]: ({ createdAt }) => <Time at={createdAt} now={now} />,
  [words.columns.seen]: ({ lastSeenAt }) => lastSeenAt ? <Time at={lastSeenAt} now={now} /> : words.never,
})

/** People: a search, or those who came last. */
export default function PeoplePage() {
  const { text, isLatest, people, next, can, now } = useAnswer<typeof loader>()
  const title = isLatest ? words.latest : words.found(text)
  return (
    <Page title={words.title} documentTitle={text ? title : words.title}
      actions={can.registerPerson && <ButtonLink href={urls.register()} icon="fr-icon-user-add-line">{words.register}</ButtonLink>}>
      <SearchField action={urls.people()} name="text" label={words.label} defaultValue={text} big />
      <Section title={title} lead={text && isLatest ? words.short : undefined}>
        <Table rows={people} rowKey={({ id }) => id} caption={fr.table(title)} captionHidden columns={columnsAt(now)}
          empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>} />
        {next && <Pagination next={urls.people(text, next)} label={words.next} />}
      </Section>
    </Page>
  )
}
