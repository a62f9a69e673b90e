import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { CalendarDate, Time } from '#design/Time.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listVersions } from '../../operations/back-office/list-versions.ts'
import { fr as words } from '../fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listVersions)

type Version = Output<typeof listVersions>['versions'][number]

const columns: Record<string, (version: Version) => ReactNode> = {
  [fr.columns.number]: ({ number, isInForce }) => <>{words.version(number)}{isInForce && <> <Badge kind="success">{fr.holds}</Badge></>}</>,
  [fr.columns.from]: ({ appliesFrom }) => <CalendarDate date={appliesFrom} />,
  [fr.columns.changes]: ({ changes }) => changes,
  [fr.columns.accepted]: ({ accepted }) => fr.people(accepted),
  [fr.columns.at]: ({ publishedAt }) => <Time at={publishedAt} />,
}

/** The versions of the terms, and where the next one is written. */
export default function VersionsPage() {
  const { versions, hasDraft } = useAnswer<typeof loader>()
  return (
    <Page title={fr.title} lead={fr.lead} actions={<ButtonLink href={urls.draft()}>{hasDraft ? fr.resume : fr.write}</ButtonLink>}>
      <Section title={fr.list}>
        <Table rows={versions} rowKey={({ number }) => String(number)} caption={fr.title} captionHidden columns={columns}
          empty={<EmptyState title={fr.none}><p>{fr.noneHelp}</p></EmptyState>} />
      </Section>
    </Page>
  )
}
