import { Tile } from '#design/Tile.tsx'
import { imageUrl } from '#modules/files/web/routes.ts'
import { calledBy } from './PeopleSearch.tsx'
import { urls } from './routes.ts'
import { fr } from './search.fr.ts'

/** Somebody whose profile is public, in a list: who they are, what they do, how much they share. */
export function ProfileTile({ profile: { id, name, title, portraitFileId, resourcesCount } }:
  { profile: { id: string, name: string | null, title: string | null, portraitFileId: string | null, resourcesCount: number } }) {
  return (
    <Tile title={calledBy({ name })} href={urls.profile(id)} icon="fr-icon-account-circle-line"
      picture={portraitFileId ? { src: imageUrl(portraitFileId, 160), round: true } : undefined} description={title ?? undefined}
      detail={resourcesCount > 0 ? fr.profiles.resources(resourcesCount) : undefined} />
  )
}
