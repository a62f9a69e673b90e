import { useActionData } from 'react-router'
import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { TextArea } from '#design/TextArea.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { importReconciliations } from '../../reconciliation/back-office/import-reconciliations.ts'
import { showReconciliations } from '../../reconciliation/back-office/show-reconciliations.ts'
import { fr } from '../reconciliation.fr.ts'

export const loader = answers(showReconciliations)
export const action = accepts({ importReconciliations })

type Report = Output<typeof importReconciliations>

/** Announces which address follows which, after a rehearsal that changes nothing. */
export default function ReconciliationsPage() {
  const { announced, settled, can } = useAnswer<typeof loader>()
  const report = useActionData<{ answer?: Report }>()?.answer
  return (
    <Page title={fr.title} lead={fr.lead} width="text">
      <p>{fr.counts(announced, settled)}</p>
      {report && <ReportOf {...report} />}
      {can.importReconciliations && (
        <CommandForm form={can.importReconciliations} submit={fr.submit} labels={{ list: fr.list, mode: fr.mode }} refusals={fr.refusals}
          values={{ list: report?.list ?? '', mode: report?.mode === 'rehearsal' ? 'import' : 'rehearsal' }}>
          {(field) => (
            <>
              <TextArea {...field('list')} label={fr.list} hint={fr.listHint} rows={10} spellCheck={false} />
              <SelectField {...field('mode')} label={fr.mode} choices={fr.modes} empty={false} />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}

function ReportOf({ mode, added, known, wrong, faulty }: Report) {
  return (
    <Section title={fr.report[mode]!}>
      <Facts facts={[
        { label: fr.lines.added, value: added }, { label: fr.lines.known, value: known }, { label: fr.lines.wrong, value: wrong },
      ]} />
      {faulty.length > 0 && (
        <Table rows={faulty} rowKey={({ line }) => String(line)} caption={fr.faulty} empty="" columns={{
          [fr.columns.line]: ({ line }) => line, [fr.columns.why]: ({ why }) => fr.faults[why],
        }} />
      )}
      {wrong > faulty.length && <p>{fr.more(wrong - faulty.length)}</p>}
    </Section>
  )
}
