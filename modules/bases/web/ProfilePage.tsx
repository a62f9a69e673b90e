import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Grid } from '#design/Grid.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { Tile } from '#design/Tile.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { followPerson } from '../operations/follow-person.ts'
import { showProfile } from '../operations/show-profile.ts'
import { unfollowPerson } from '../operations/unfollow-person.ts'
import { FollowForm } from './FollowForm.tsx'
import { fr } from './follow.fr.ts'
import { ResourceCard } from './parts.tsx'
import { urls } from './routes.ts'

const shown = answers(showProfile)
export const loader = async (args: LoaderFunctionArgs) => {
  const profile = await shown(args)
  return { ...profile, unfollow: profile.followed && formOf('unfollowPerson', unfollowPerson) }
}
export const action = accepts({ followPerson, unfollowPerson })
export const handle = { isPublic: true }

/** What somebody shares with all, under their name. */
export default function ProfilePage() {
  const { id, name, title, isPublic, bases, resources, total, page, pages, can, unfollow } = useAnswer<typeof loader>()
  const words = fr.profile
  return (
    <Page title={name ?? words.unnamed} lead={title ?? undefined}
      above={!isPublic && <Badge kind="warning">{words.private}</Badge>}
      actions={<FollowForm follow={can.followPerson} unfollow={unfollow} fixed={{ personId: id }} />}>
      {bases.length > 0 && (
        <Section title={words.bases}>
          <Grid>{bases.map((base) => <Tile key={base.id} title={base.title} href={urls.base(base.slug)} icon="fr-icon-community-line" />)}</Grid>
        </Section>
      )}
      <Section title={`${words.resources} (${total})`}>
        {resources.length === 0 ? <EmptyState title={words.empty} />
          : <CardList>{resources.map((resource) => <ResourceCard key={resource.id} resource={resource} />)}</CardList>}
        <Pagination page={page} pages={pages} href={(number) => urls.profile(id, number > 1 ? number : undefined)} />
      </Section>
    </Page>
  )
}
