import { ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

interface Row { number: number, line: number, verdict: string, outcome: string | null, field: string | null, code: string | null, cells: Record<string, string> }

const said = fr.import
type Shown = Row & { importId: string }
const nameOf = ({ cells }: Row) => [cells['firstName'], cells['lastName']].filter(Boolean).join(' ') || (cells['email'] ?? fr.nobody)
const whoColumns = { [said.rowColumns.line]: ({ line }: Shown) => line, [said.rowColumns.who]: nameOf }
const whyColumn = { [said.rowColumns.why]: ({ field, code }: Shown) => fr.issue(field, code) }
const stateColumn = { [fr.report.state]: ({ outcome, verdict }: Shown) => outcome ? fr.outcomes[outcome] : fr.verdicts[verdict] }
const todoColumn = {
  [said.rowColumns.todo]: ({ importId, number, line }: Shown) =>
    <Link href={urls.correctRow(importId, number)}>{said.correct}<VisuallyHidden> {said.correctLine(line)}</VisuallyHidden></Link>,
}

/** Rows of one kind, by page: those in quarantine with their reason and the way to correct them. */
export function Rows({ one, shown, mayCorrect }: { one: { id: string, rows: Row[], nextRows: number | null, quarantine: number }, shown: string, mayCorrect: boolean }) {
  const wrong = shown === 'quarantine' || shown === 'invalid'
  const title = wrong ? `${said.quarantine} (${one.quarantine.toLocaleString('fr-FR')})` : `${said.lines} – ${fr.verdicts[shown] ?? ''}`
  return (
    <Section title={title} lead={wrong ? said.quarantineLead : undefined}
      actions={wrong && one.rows.length > 0 && <ButtonLink href={urls.report(one.id, { rows: 'quarantine' })} priority="tertiary" size="sm" download>{said.download}</ButtonLink>}>
      <Table rows={one.rows.map((row) => ({ ...row, importId: one.id }))} caption={said.tableOf(title)} captionHidden rowKey={({ number }) => String(number)} empty={said.noRows}
        columns={{ ...whoColumns, ...wrong ? whyColumn : stateColumn, ...wrong && mayCorrect ? todoColumn : {} }} />
      {one.nextRows && <p><Link href={urls.import(one.id, { rows: shown, after: one.nextRows })}>{said.nextRows}</Link></p>}
    </Section>
  )
}
