import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { showPerson } from '../../operations/back-office/show-person.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { StateBadge } from './said.tsx'

export type Person = Answered<typeof showPerson>
type Columns<Row> = Record<string, (row: Row) => ReactNode>

const words = fr.sheet

const profile = ({ id, state, title, location, department, timeZone, isPublic, createdAt, mergedInto, erasedAt }: Person) => [
  { label: words.facts.state, value: <StateBadge state={state} /> },
  title !== null && { label: words.facts.title, value: title },
  location !== null && { label: words.facts.location, value: location },
  department !== null && { label: words.facts.department, value: department },
  { label: words.facts.zone, value: timeZone },
  { label: words.facts.public, value: isPublic ? words.yes : words.no },
  { label: words.facts.created, value: <Time at={createdAt} /> },
  mergedInto !== null && { label: words.facts.mergedInto, value: <Link href={urls.person(mergedInto)}>{words.see}</Link> },
  erasedAt !== null && { label: words.facts.erasedAt, value: <Time at={erasedAt} /> },
  { label: words.facts.id, value: <code>{id}</code> },
]

const identityColumns: Columns<Person['identities'][number]> = {
  [words.columns.provider]: ({ provider, issuer }) => provider ?? issuer,
  [words.columns.name]: ({ label, kind }) => label ?? kind,
  [words.columns.since]: ({ since }) => <Time at={since} />,
  [words.columns.until]: ({ until }) => until ? <Time at={until} /> : words.current,
}
const accountColumns: Columns<Person['accounts'][number]> = {
  [words.columns.kind]: ({ kind }) => words.kinds[kind] ?? kind,
  [words.columns.state]: ({ state }) => words.accountStates[state] ?? state,
  [words.columns.since]: ({ createdAt }) => <Time at={createdAt} />,
  [words.columns.seen]: ({ lastSeenAt }) => lastSeenAt ? <Time at={lastSeenAt} /> : fr.find.never,
}
const sessionColumns: Columns<Person['sessions'][number]> = {
  [words.columns.browser]: ({ browser, isActedFor }) => <>{browser ?? '?'} {isActedFor && <Badge kind="warning">{words.actedFor}</Badge>}</>,
  [words.columns.method]: ({ method }) => method,
  [words.columns.since]: ({ signedInAt }) => <Time at={signedInAt} />,
  [words.columns.seen]: ({ lastSeenAt }) => <Time at={lastSeenAt} />,
}

/** What is known of a person, part by part. */
export function PersonSheet({ person }: { person: Person }) {
  const { addresses, identities, accounts, sessions, suspensions, parts } = person
  return (
    <>
      <Section title={words.profile}><Facts facts={profile(person)} /></Section>
      <Section title={words.addresses}>
        {addresses.length === 0 ? <p>{words.noAddress}</p> : (
          <ul>{addresses.map(({ email, verifiedAt, isPrimary, invitedAt }) => (
            <li key={email}>{email}{' '}
              <Badge kind={verifiedAt ? 'success' : 'neutral'}>{verifiedAt ? words.verified : invitedAt ? words.invited : words.unverified}</Badge>{' '}
              {isPrimary && <Badge>{words.primary}</Badge>}
            </li>
          ))}</ul>
        )}
      </Section>
      <Section title={words.identities}>
        <Table rows={identities} rowKey={({ id }) => id} caption={fr.table(words.identities)} captionHidden empty={<p>{words.noIdentity}</p>} columns={identityColumns} />
      </Section>
      {parts.map(({ title, lines }) => (
        <Section key={title} title={title}>
          {lines.length === 0 ? <p>{words.noLine}</p> : (
            <ul>{lines.map(({ label, detail, href }) => (
              <li key={`${label} ${detail ?? ''}`}>{href ? <Link href={href}>{label}</Link> : label}{detail && ` – ${detail}`}</li>
            ))}</ul>
          )}
        </Section>
      ))}
      <Section title={words.accounts}>
        <Table rows={accounts} rowKey={({ kind }) => kind} caption={fr.table(words.accounts)} captionHidden empty={<p>{words.noLine}</p>} columns={accountColumns} />
      </Section>
      <Section title={words.sessions}>
        <Table rows={sessions} rowKey={({ id }) => id} caption={fr.table(words.sessions)} captionHidden empty={<p>{words.noSession}</p>} columns={sessionColumns} />
      </Section>
      {suspensions.length > 0 && (
        <Section title={words.suspensions}>
          <ul>{suspensions.map(({ id, reason, at, by, liftedAt, liftReason }) => (
            <li key={id}>
              {words.suspendedOn} <Time at={at} /> {words.by} {by ?? words.someone}{' : '}{reason}
              {liftedAt && <><br />{words.liftedOn} <Time at={liftedAt} />{liftReason && ` : ${liftReason}`}</>}
            </li>
          ))}</ul>
        </Section>
      )}
    </>
  )
}
