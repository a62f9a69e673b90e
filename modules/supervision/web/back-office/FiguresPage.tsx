import { Facts } from '#design/Facts.tsx'
import { Grid } from '#design/Grid.tsx'
import { Page } from '#design/Page.tsx'
import { Plot } from '#design/Plot.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showFigures } from '../../operations/back-office/show-figures.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showFigures)

const words = fr.figures
const KIND = 'organisations.'

/** Counts of the platform, now and over time. */
export default function FiguresPage() {
  const { now, series, period } = useAnswer<typeof loader>()
  const kinds = Object.entries(now).filter(([name]) => name.startsWith(KIND)).map(([name, value]) => ({ kind: name.slice(KIND.length), value }))
  const tabs = Object.entries(words.periods).map(([value, label]) => ({ label, href: urls.figures(value), current: value === period }))
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.now}>
        <Facts wide facts={series.map(({ name }) => ({ label: words.names[name] ?? name, value: fr.number(now[name] ?? 0) }))} />
        {kinds.length > 0 && (
          <Table rows={kinds} rowKey={({ kind }) => kind} caption={words.kinds} empty=""
            columns={{ [words.kind]: ({ kind }) => words.kindNames[kind] ?? kind, [words.count]: ({ value }) => fr.number(value) }} />
        )}
      </Section>
      <Section title={words.over}>
        <Tabs label={words.period} tabs={tabs} />
        <Grid kind="halves">
          {series.map(({ name, points }) => (
            <div key={name}>
              <Section title={words.names[name] ?? name} level={3}><Plot name={words.names[name] ?? name} points={points} /></Section>
            </div>
          ))}
        </Grid>
      </Section>
    </Page>
  )
}
