import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showResourceStatistics } from '../operations/show-resource-statistics.ts'
import { urls } from './routes.ts'
import { fr } from './statistics.fr.ts'
import { Usage } from './Usage.tsx'

export const loader = answers(showResourceStatistics)

export default function ResourceStatisticsPage() {
  const { resourceId, title, slug, by, totals, series } = useAnswer<typeof loader>()
  return (
    <Page title={fr.resource(title)} lead={fr.leadResource} actions={<Link href={urls.resource(slug)}>{fr.back}</Link>}>
      <Section title={fr.total}>
        <ul>{(['views', 'saves', 'opinions'] as const).map((name) => <li key={name}>{fr.totals[name](totals[name])}</li>)}</ul>
        <p className="fr-hint-text">{fr.since}</p>
      </Section>
      <Usage series={series} by={by} none={fr.none} href={(step) => urls.resourceStatistics(resourceId, step)} csv={urls.resourceNumbers(resourceId, by)} />
    </Page>
  )
}
