import { Link } from '#design/Link.tsx'
import { Plot } from '#design/Plot.tsx'
import { Section } from '#design/Section.tsx'
import { Tabs } from '#design/Tabs.tsx'
import type { UsageName } from '../statistics/usage.ts'
import { fr } from './statistics.fr.ts'

type Step = 'week' | 'month'

/** How readings, saves and opinions moved: a plot each, with its table, and all the numbers for a spreadsheet. */
export function Usage({ series, by, none, href, csv }: {
  series: readonly { name: UsageName, points: readonly { day: string, value: number }[] }[]
  by: Step, none: string
  /** Address of the page, and of the numbers, by week or by month. */
  href: (by: Step) => string, csv: string
}) {
  const plotted = series.filter(({ points }) => points.length > 0)
  return (
    <Section title={fr.over}>
      <Tabs label={fr.step.label} tabs={(['month', 'week'] as const).map((step) => ({ label: fr.step[step], href: href(step), current: step === by }))} />
      {plotted.length === 0 ? <p>{none}</p> : (
        <>
          {plotted.map(({ name, points }) => (
            <Section key={name} title={fr.series[name]} level={3}>
              <Plot name={fr.plot[by](fr.series[name])} points={points} few={fr.few} />
            </Section>
          ))}
          <p><Link href={csv} download>{fr.csv}</Link></p>
        </>
      )}
    </Section>
  )
}
