import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Plot } from '#design/Plot.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showStatistics } from '../operations/show-statistics.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showStatistics)
export const handle = { isPublic: true }

const number = new Intl.NumberFormat('fr-FR')

export default function StatisticsPage() {
  const { by, countedAt, totals, searches, milliseconds, series } = useAnswer<typeof loader>()
  const plotted = series.filter(({ points }) => points.length > 0)
  const kinds = ['week', 'month', 'all'] as const
  return (
    <Page title={fr.title} lead={fr.lead}>
      {!countedAt && <EmptyState title={fr.none} />}
      {countedAt && <Section title={fr.today}>
        <ul>{(['resources', 'bases', 'people'] as const).map((name) => <li key={name}>{fr.totals[name](totals[name])}</li>)}</ul>
      </Section>}
      <Section title={fr.searched}>
        <Table rows={kinds} rowKey={(kind) => kind} caption={fr.searches.caption} captionHidden empty={fr.none}
          columns={{ [fr.searches.when]: (kind) => fr.searches[kind], [fr.searches.many]: (kind) => number.format(searches[kind]) }} />
        <p>{fr.searches.empty(searches.empty, searches.month)}{milliseconds.search !== null && <> {fr.searches.fast(milliseconds.search)}</>}
          {milliseconds.quick !== null && <> {fr.searches.quick(milliseconds.quick)}</>}</p>
      </Section>
      <Section title={fr.over}>
        <Tabs label={fr.step.label} tabs={(['month', 'week'] as const).map((step) =>
          ({ label: fr.step[step], href: urls.statistics(step === 'month' ? undefined : step), current: step === by }))} />
        {plotted.length > 0 && <p className="fr-hint-text">{fr.running[by]}</p>}
        {plotted.map(({ name, points }) => (
          <Section key={name} title={fr.series[name]} level={3}>
            <Plot name={fr.plot[by](fr.series[name])} points={points} few={fr.few} />
            <p><Link href={urls.numbers(name, by)} download>{fr.csv(fr.series[name])}</Link></p>
          </Section>
        ))}
      </Section>
      {countedAt && <p className="fr-hint-text">{fr.counted} <Time at={countedAt} /></p>}
    </Page>
  )
}
