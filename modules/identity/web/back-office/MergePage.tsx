import type { ReactNode } from 'react'
import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { confirmMerge } from '../../operations/back-office/confirm-merge.ts'
import { showMerge } from '../../operations/back-office/show-merge.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { nameOf } from './said.tsx'

export const loader = answers(showMerge)
export const action = accepts({ confirmMerge })

const words = fr.merge
type Merge = Answered<typeof showMerge>

function Side({ title, side }: { title: string, side: Merge['kept'] }) {
  return (
    <Section title={title}>
      <p><Link href={urls.person(side.id)}>{nameOf(side)}</Link></p>
      <Facts facts={[
        { label: words.created, value: <Time at={side.createdAt} /> },
        { label: words.addresses, value: side.addresses.join(', ') || words.none },
        { label: words.identities, value: side.issuers.join(', ') || words.none },
      ]} />
    </Section>
  )
}

const columns: Record<string, (line: Merge['lines'][number]) => ReactNode> = {
  [words.columns.module]: ({ table }) => words.modules[table.split('.')[0]!] ?? table.split('.')[0],
  [words.columns.table]: ({ table }) => <code>{table.split('.')[1]}</code>,
  [words.columns.absorbed]: ({ absorbed }) => absorbed,
  [words.columns.kept]: ({ kept }) => kept,
  [words.columns.becomes]: ({ becomes, twins }) => <>{words.becomes[becomes]}{twins > 0 && ` (${words.twins(twins)})`}</>,
}

/** What making two people one would do, and the button that does it. */
export default function MergePage() {
  const merge = useAnswer<typeof loader>()
  const { id, state, kept, absorbed, lines, warnings, can, version } = merge
  return (
    <Page title={words.page} breadcrumb={[{ label: fr.find.title, href: urls.people() }, { label: nameOf(kept), href: urls.person(kept.id) }]}>
      {state === 'preparing' && (
        <Alert kind="info"><p>{words.preparing} <ButtonLink href={urls.merge(id)} size="sm" priority="tertiary">{words.reload}</ButtonLink></p></Alert>
      )}
      {state === 'under-way' && (
        <Alert kind="info"><p>{words.underWay} <ButtonLink href={urls.merge(id)} size="sm" priority="tertiary">{words.reload}</ButtonLink></p></Alert>
      )}
      {state === 'done' && <Alert kind="success">{words.done}</Alert>}
      {state === 'ready' && warnings.map((one) => <Alert key={one} kind="warning">{words.warnings[one]}</Alert>)}
      <Side title={words.kept} side={kept} />
      <Side title={words.absorbed} side={absorbed} />
      {state !== 'preparing' && (
        <Section title={words.lines}>
          <Table rows={lines} rowKey={({ table }) => table} caption={fr.table(words.lines)} captionHidden empty={<p>{words.nothing}</p>} columns={columns} />
        </Section>
      )}
      {state === 'ready' && can.confirmMerge && (
        <Section title={words.confirm} lead={words.confirmLead}>
          <CommandForm form={can.confirmMerge} submit={words.confirm} priority="danger" fixed={{ _version: version }} />
        </Section>
      )}
    </Page>
  )
}
