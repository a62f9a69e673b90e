import { Alert } from '#design/Alert.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showEntry } from '../../operations/back-office/show-entry.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { Person, Who } from './Who.tsx'

export const loader = answers(showEntry)

type Entry = Answered<typeof showEntry>
const words = fr.entry

const said = (value: unknown): string => value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)

/** One entry of the trace: who, what, from where, and what each row was before and after. */
export default function EntryPage() {
  const entry = useAnswer<typeof loader>()
  return (
    <Page title={words.title(entry.operation)} breadcrumb={[{ label: fr.trace.title, href: urls.trace() }]}>
      <EntryFacts entry={entry} />
      <Section title={words.given}>
        {entry.isEmptied && <Alert>{words.emptied}</Alert>}
        {!entry.isEmptied && (
          <Table rows={Object.entries(entry.parameters)} rowKey={([name]) => name} caption={words.given} captionHidden
            empty={<p>{words.noneGiven}</p>} columns={{ [words.field]: ([name]) => name, [words.value]: ([, value]) => [value].flat().join(', ') }} />
        )}
      </Section>
      <Section title={words.changes} lead={entry.changes.length > 0 ? words.hidden : undefined}>
        {entry.changes.length === 0 && <p>{words.noChange}</p>}
        {entry.changes.map((change) => <Change key={change.id} change={change} />)}
        {entry.moreChanges && <p>{words.more}</p>}
      </Section>
    </Page>
  )
}

function EntryFacts({ entry }: { entry: Entry }) {
  const { person, about, target } = entry
  return (
    <Facts facts={[
      { label: words.facts.at, value: <Time at={entry.at} /> },
      { label: words.facts.who, value: <Who {...entry} /> },
      { label: words.facts.operation, value: <Link href={urls.trace({ operation: entry.operation })}>{entry.operation}</Link> },
      { label: words.facts.outcome, value: fr.outcomes[entry.outcome] },
      entry.code !== null && { label: words.facts.code, value: <code>{entry.code}</code> },
      about && { label: words.facts.about, value: <Person {...about} by="about" /> },
      target !== null && { label: words.facts.target, value: <Link href={urls.trace({ target })}>{words.sameTarget}</Link> },
      entry.address !== null && { label: words.facts.address, value: <code>{entry.address}</code> },
      { label: words.facts.request, value: <Link href={urls.trace({ request: entry.request })}>{words.sameRequest}</Link> },
      person && { label: words.facts.more, value: <Link href={urls.trace({ person: person.id })}>{words.samePerson}</Link> },
      { label: words.facts.seal, value: entry.seal === null ? words.notSealed : <Link href={urls.chain()}>{words.sealed(entry.seal)}</Link> },
      { label: words.facts.id, value: <code>{entry.id}</code> },
    ]} />
  )
}

function Change({ change }: { change: Entry['changes'][number] }) {
  const { action, table, row, before, after } = change
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const title = words.change(fr.actions[action] ?? action, table)
  return (
    <Section title={title} level={3} lead={row === null ? undefined : words.row(row)}>
      <Table rows={columns} rowKey={(column) => column} caption={title} captionHidden empty={words.noneGiven} columns={{
        [words.column]: (column) => column, [words.before]: (column) => said(before?.[column]), [words.after]: (column) => said(after?.[column]),
      }} />
    </Section>
  )
}
