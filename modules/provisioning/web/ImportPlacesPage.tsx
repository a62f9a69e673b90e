import type { LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listImportPlaces } from '../operations/list-import-places.ts'
import { fr } from './fr.ts'
import { managedGroups } from './managed-groups.ts'
import { urls } from './routes.ts'

const listed = answers(listImportPlaces)
export const loader = async (args: LoaderFunctionArgs) => {
  const { places, ...found } = await listed(args)
  const withGroups = await Promise.all(places.map(async (place) => ({ ...place, groups: place.isWhole ? [] : await managedGroups(args.context, place.id) })))
  return { ...found, places: withGroups.filter(({ isWhole, groups }) => isWhole || groups.length > 0) }
}

export default function ImportPlacesPage() {
  const { places, hasProposals } = useAnswer<typeof loader>()
  return (
    <Page title={fr.places.title} lead={places.length > 0 && fr.places.lead} width="text">
      {hasProposals && <Alert><p><Link href={urls.proposals()}>{fr.proposals.title}</Link></p></Alert>}
      {places.length === 0 ? <EmptyState title={fr.places.empty} />
        : <ul>{places.map(({ id, name, isWhole, groups }) => (
          <li key={id}>
            {isWhole ? <Link href={urls.imports(id)}>{name}</Link> : name}
            {groups.length > 0 && <ul>{groups.map((group) => <li key={group.id}><Link href={urls.imports(id, { groupId: group.id })}>{group.name}</Link></li>)}</ul>}
          </li>
        ))}</ul>}
    </Page>
  )
}
