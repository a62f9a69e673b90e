import type { ReactNode } from 'react'
import { RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { decideOnReported } from '../../operations/back-office/decide-on-reported.ts'
import { showReported } from '../../operations/back-office/show-reported.ts'
import { fr as words } from '../fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showReported)
export const action = accepts({ decideOnReported }, { decideOnReported: () => urls.queue() })

type Reported = Answered<typeof showReported>

const reportColumns: Record<string, (one: Reported['reports'][number]) => ReactNode> = {
  [fr.reportColumns.by]: ({ by }) => by ?? fr.unknown,
  [fr.reportColumns.reason]: ({ reason }) => words.reasons[reason] ?? reason,
  [fr.reportColumns.words]: (one) => one.words,
  [fr.reportColumns.at]: ({ at }) => <Time at={at} />,
}
const decisionColumns: Record<string, (one: Reported['decisions'][number]) => ReactNode> = {
  [fr.decisionColumns.decision]: ({ decision }) => fr.names[decision],
  [fr.decisionColumns.by]: ({ by }) => by ?? fr.unknown,
  [fr.decisionColumns.reason]: ({ reason }) => reason,
  [fr.decisionColumns.at]: ({ at }) => <Time at={at} />,
}

/** Something that was reported, and the form that decides. */
export default function ReportedPage() {
  const { title, label, href, author, reports, decisions, state, version, can } = useAnswer<typeof loader>()
  return (
    <Page title={title} breadcrumb={[{ label: fr.title, href: urls.queue() }]} lead={`${label}. ${fr.by} ${author ?? fr.unknown}.`}>
      <p>{fr.see}{' '}<code>{href}</code></p>
      <Section title={fr.reports}>
        <Table rows={reports} rowKey={({ id }) => id} caption={fr.table(fr.reports)} captionHidden empty="" columns={reportColumns} />
      </Section>
      {state === 'open' && can.decideOnReported && (
        <Section title={fr.decide}>
          <CommandForm form={can.decideOnReported} submit={fr.submit} fixed={{ _version: version }} labels={{ decision: fr.decision, reason: fr.reason }}>
            {(field) => (
              <>
                <RadioField {...field('decision')} legend={fr.decision} choices={fr.choices} />
                <TextArea {...field('reason')} label={fr.reason} hint={fr.reasonHint} />
              </>
            )}
          </CommandForm>
        </Section>
      )}
      <Section title={fr.decisions}>
        <Table rows={decisions} rowKey={({ id }) => id} caption={fr.table(fr.decisions)} captionHidden empty={<p>{fr.noDecision}</p>} columns={decisionColumns} />
      </Section>
    </Page>
  )
}
