import type { ReactNode } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { endStaffSession } from '../../operations/back-office/end-staff-session.ts'
import { listStaffSessions } from '../../operations/back-office/list-staff-sessions.ts'
import { removeFactor } from '../../operations/back-office/remove-factor.ts'
import { showSecurity } from '../../operations/back-office/show-security.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const [mine, open] = await Promise.all([answers(showSecurity)(args), answers(listStaffSessions)(args)])
  return { mine, open }
}
export const action = accepts({ removeFactor, endStaffSession })

const words = fr.security

/** One's second factors, recovery codes, and the open sessions of the back office. */
export default function SecurityPage() {
  const { mine, open } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  const done = words.done[query.get('fait') ?? '']
  return (
    <Page title={words.title} lead={words.lead}>
      {done && <Alert kind={query.get('fait') === 'added' ? 'success' : 'warning'}><p>{done}</p></Alert>}
      <Section title={words.factors} lead={words.factorsLead}>
        <Factors {...mine} />
        <ButtonGroup>
          <ButtonLink href={urls.addTotp()} priority="secondary">{words.addTotp}</ButtonLink>
          <ButtonLink href={urls.addPasskey()} priority="secondary">{words.addPasskey}</ButtonLink>
        </ButtonGroup>
      </Section>
      <Section title={words.codes}>
        <p>{words.codesLeft(mine.codesLeft)}</p>
        <ButtonLink href={urls.recoveryCodes()} priority="secondary">{words.newCodes}</ButtonLink>
      </Section>
      <Section title={words.sessions} lead={words.sessionsLead}><Sessions {...open} now={mine.now} timeZone={mine.timeZone} /></Section>
    </Page>
  )
}

type Mine = Answered<typeof showSecurity>
type Factor = Mine['factors'][number]
type Open = Answered<typeof listStaffSessions>
type Session = Open['sessions'][number]
type Columns<Row> = Record<string, (row: Row) => ReactNode>

const factorName = ({ name, kind }: Factor) => name === 'TOTP' || name === 'Passkey' ? words.unnamed[kind] : name

const factorColumns = (remove: Mine['can']['removeFactor'] | undefined, now: string, timeZone: string): Columns<Factor> => ({
  [words.columns.name]: factorName,
  [words.columns.kind]: ({ kind }) => words.kinds[kind],
  [words.columns.since]: ({ createdAt }) => <Time at={createdAt} now={now} timeZone={timeZone} />,
  [words.columns.used]: ({ lastUsedAt }) => lastUsedAt ? <Time at={lastUsedAt} now={now} timeZone={timeZone} /> : words.never,
  ...remove && {
    [words.columns.action]: (one: Factor) => (
      <CommandForm form={remove} fixed={{ factorId: one.id }} priority="tertiary" size="sm" inline
        submit={<>{words.remove}<VisuallyHidden> {factorName(one)}</VisuallyHidden></>} />
    ),
  },
})

function Factors({ factors, can, now, timeZone }: Mine) {
  // The last one stays: nothing offers to take it away.
  const columns = factorColumns(factors.length > 1 && can.removeFactor, now, timeZone)
  return <Table rows={factors} rowKey={({ id }) => id} caption={words.factorsList} captionHidden columns={columns} empty={words.never} />
}

const sessionName = ({ personName, isThisOne }: Session) => `${personName ?? words.unknown}${isThisOne ? ` (${words.thisOne})` : ''}`

const sessionColumns = (end: Open['can']['endStaffSession'] | undefined, now: string, timeZone: string): Columns<Session> => ({
  [words.sessionColumns.person]: sessionName,
  [words.sessionColumns.device]: ({ browser }) => words.browsers[browser ?? ''] ?? words.unknown,
  [words.sessionColumns.proofs]: ({ method, factor }) => `${words.methods[method] ?? method}, ${factor ? words.proofs[factor] ?? factor : words.half}`,
  [words.sessionColumns.since]: ({ signedInAt }) => <Time at={signedInAt} now={now} timeZone={timeZone} />,
  [words.sessionColumns.seen]: ({ lastSeenAt }) => <Time at={lastSeenAt} now={now} timeZone={timeZone} />,
  [words.sessionColumns.action]: (one) => end && !one.isThisOne && (
    <CommandForm form={end} fixed={{ sessionId: one.id }} priority="tertiary" size="sm" inline
      submit={<>{words.end}<VisuallyHidden> {sessionName(one)}</VisuallyHidden></>} />
  ),
})

function Sessions({ sessions, can, now, timeZone }: Open & { now: string, timeZone: string }) {
  const columns = sessionColumns(can.endStaffSession, now, timeZone)
  return <Table rows={sessions} rowKey={({ id }) => id} caption={words.sessionsList} captionHidden columns={columns} empty={words.unknown} />
}
