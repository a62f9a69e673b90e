import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showBaseStatistics } from '../operations/show-base-statistics.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'
import { fr } from './statistics.fr.ts'
import { Usage } from './Usage.tsx'

export const loader = answers(showBaseStatistics)

const number = new Intl.NumberFormat('fr-FR')

const named = ({ id, title }: { id: string, title: string }) => <Link href={urls.resourceStatistics(id)}>{title}</Link>

export default function BaseStatisticsPage() {
  const { title, slug, by, totals, series, mostRead } = useAnswer<typeof loader>()
  const { columns } = fr
  return (
    <Page title={fr.base(title)} lead={fr.leadBase}
      breadcrumb={[{ label: words.myBases.title, href: urls.myBases() }, { label: title, href: urls.base(slug) }]} actions={<Link href={urls.base(slug)}>{fr.backBase}</Link>}>
      <Section title={fr.total}>
        <ul>{(['resources', 'views', 'saves', 'followers', 'clicks', 'downloads'] as const).map((name) => <li key={name}>{fr.totals[name](totals[name])}</li>)}</ul>
        <p className="fr-hint-text">{fr.since}</p>
      </Section>
      <Usage series={series} by={by} none={fr.noneBase} href={(step) => urls.baseStatistics(slug, step)} csv={urls.baseNumbers(slug, by)} />
      <Section title={fr.mostRead}>
        <Table rows={mostRead} rowKey={({ id }) => id} caption={fr.readCaption} captionHidden empty={fr.noneBase} columns={{
          [columns.resource]: named, [columns.views]: ({ views }) => number.format(views), [columns.saves]: ({ saves }) => number.format(saves),
          [columns.opinions]: ({ opinions }) => number.format(opinions), [columns.clicks]: ({ clicks }) => number.format(clicks),
          [columns.downloads]: ({ downloads }) => number.format(downloads),
        }} />
        {mostRead.length > 0 && <p><Link href={urls.baseNumbers(slug, by, 'resources')} download>{fr.csvResources}</Link></p>}
      </Section>
    </Page>
  )
}
