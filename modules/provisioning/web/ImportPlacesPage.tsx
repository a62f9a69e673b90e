import { Alert } from '#design/Alert.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listImportPlaces } from '../operations/list-import-places.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listImportPlaces)

export default function ImportPlacesPage() {
  const { places, hasProposals } = useAnswer<typeof loader>()
  return (
    <Page title={fr.places.title} lead={fr.places.lead} width="text">
      {hasProposals && <Alert><p><Link href={urls.proposals()}>{fr.proposals.title}</Link></p></Alert>}
      {places.length === 0 ? <EmptyState title={fr.places.empty} />
        : <ul>{places.map(({ id, name }) => <li key={id}><Link href={urls.imports(id)}>{name}</Link></li>)}</ul>}
    </Page>
  )
}
