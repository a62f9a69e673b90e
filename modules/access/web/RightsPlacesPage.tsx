import { EmptyState } from '#design/EmptyState.tsx'
import { Grid } from '#design/Grid.tsx'
import { Page } from '#design/Page.tsx'
import { Tile } from '#design/Tile.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listRightsPlaces } from '../operations/list-rights-places.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listRightsPlaces)
const words = fr.places

/** Where one may ask who may do what. */
export default function RightsPlacesPage() {
  const { places } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead}>
      {places.length === 0 ? <EmptyState title={words.empty}><p>{words.emptyMore}</p></EmptyState>
        : <Grid>{places.map(({ id, name }) => <Tile key={id} level={2} title={name} href={urls.rights(id)} icon="fr-icon-shield-line" description={words.what} />)}</Grid>}
    </Page>
  )
}
