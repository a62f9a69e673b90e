import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import type { OpenedPart } from '../statistics/opened-parts.ts'
import { showResourceStatistics } from '../operations/show-resource-statistics.ts'
import { spaced } from '../typography.ts'
import { urls } from './routes.ts'
import { fr } from './statistics.fr.ts'
import { Usage } from './Usage.tsx'

export const loader = answers(showResourceStatistics)

const number = new Intl.NumberFormat('fr-FR')

/** What it is called, and which file it is or whose site it leads to. */
const named = ({ kind, title, target }: OpenedPart) => {
  const where = kind === 'link' ? new URL(target).hostname.replace(/^www\./, '') : target
  return title ? <span>{spaced(title)}<br /><span className="fr-hint-text">{where}</span></span> : where
}

export default function ResourceStatisticsPage() {
  const { resourceId, title, slug, by, totals, series, parts, withdrawn } = useAnswer<typeof loader>()
  return (
    <Page title={fr.resource(title)} lead={fr.leadResource} actions={<Link href={urls.resource(slug)}>{fr.back}</Link>}>
      <Section title={fr.total}>
        <ul>
          {(['views', 'saves', 'opinions', 'clicks', 'downloads'] as const)
            .map((name) => <li key={name}>{fr.totals[name](totals[name])}</li>)}
        </ul>
        <p className="fr-hint-text">{fr.since}</p>
      </Section>
      {(parts.length > 0 || withdrawn > 0) && (
        <Section title={fr.parts.title}>
          <Table rows={parts} rowKey={({ id }) => id} caption={fr.parts.title} captionHidden empty={fr.parts.none} columns={{
            [fr.parts.part]: named, [fr.parts.kind]: ({ kind }) => fr.parts.kinds[kind],
            [fr.parts.openings]: ({ openings }) => number.format(openings),
          }} />
          {withdrawn > 0 && <p>{fr.parts.withdrawn(withdrawn)}</p>}
          <p className="fr-hint-text">{fr.parts.how}</p>
          {parts.length > 0 && <p><Link href={urls.resourceNumbers(resourceId, by, 'parts')} download>{fr.csvParts}</Link></p>}
        </Section>
      )}
      <Usage series={series} by={by} none={fr.none} href={(step) => urls.resourceStatistics(resourceId, step)} csv={urls.resourceNumbers(resourceId, by)} />
    </Page>
  )
}
