import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Facts } from '#design/Facts.tsx'
import { Grid } from '#design/Grid.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Tile } from '#design/Tile.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { reporting } from '#modules/moderation/web/parts.tsx'
import { urls as moderation } from '#modules/moderation/web/routes.ts'
import { followPerson } from '../operations/follow-person.ts'
import { showProfile } from '../operations/show-profile.ts'
import { unfollowPerson } from '../operations/unfollow-person.ts'
import { spaced } from '../typography.ts'
import { departmentNamed } from './departments.fr.ts'
import { FollowForm } from './FollowForm.tsx'
import { fr as follow } from './follow.fr.ts'
import { ResourceCard } from './parts.tsx'
import { fr } from './profile.fr.ts'
import { reported as moderated } from './reported.fr.ts'
import { urls } from './routes.ts'
import { fr as search } from './search.fr.ts'

const shown = answers(showProfile)
export const loader = async (args: LoaderFunctionArgs) => {
  const profile = await shown(args)
  return { ...profile, unfollow: profile.followed && formOf('unfollowPerson', unfollowPerson) }
}
export const action = accepts({ followPerson, unfollowPerson })
export const handle = { isPublic: true }

type Shown = Awaited<ReturnType<typeof loader>>

const tabs = ['resources', 'bases', 'collections'] as const
type Tab = typeof tabs[number]

/** What somebody shares with all, under their name: who they are, then what they have published, their bases, their collections. */
export default function ProfilePage() {
  const profile = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const { id, name, title, isPublic, withheld, oneself, portraitFileId, bases, collections, total, can, unfollow } = profile
  const words = follow.profile
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'resources'
  const counts: Record<Tab, number> = { resources: total, bases: bases.length, collections: collections.length }
  return (
    <Page title={name ?? words.unnamed} breadcrumb={[{ label: search.profiles.title, href: urls.profiles() }]} lead={title ?? undefined}
      above={<>
        {portraitFileId && <img className="sl-portrait sl-portrait--big" src={imageUrl(portraitFileId, 320)} width={96} height={96}
          alt={fr.portrait(name ?? words.unnamed)} />}
        {withheld ? <Badge kind="warning">{moderated.withheldProfile[withheld]}</Badge> : !isPublic && <Badge
          kind="warning">{words.private}</Badge>}
        {withheld && oneself && <p><Link href={moderation.mine()}>{moderated.why}</Link></p>}
      </>}
      actions={oneself ? <ButtonGroup>
        <ButtonLink href={identity.account()} priority="secondary">{fr.editMe}</ButtonLink>
        <ButtonLink href={urls.sharedProfile()} priority="tertiary">{fr.editLinks}</ButtonLink>
      </ButtonGroup> : <FollowForm follow={can.followPerson} unfollow={unfollow} fixed={{ personId: id }}
        visitor={urls.followProfile(id)} />}>
      <Grid kind="side-right">
        <div>
          <Tabs label={fr.parts} tabs={tabs.map((one) =>
            ({ label: fr.tabs[one], href: urls.profile(id, undefined, one === 'resources' ? undefined : one), current: one === tab, count: counts[one] }))} />
          <Shared profile={profile} tab={tab} />
        </div>
        <aside className="sl-side" aria-label={fr.facts.about}><About profile={profile} />
          {!oneself && <p><Link className="fr-link fr-link--sm" href={moderation.report('bases.profile',
            id)} rel="nofollow">{reporting.link}</Link></p>}
        </aside>
      </Grid>
    </Page>
  )
}

function Shared({ profile: { id, resources, bases, collections, page, pages }, tab }: { profile: Shown, tab: Tab }) {
  if (tab === 'bases') {
    return bases.length === 0 ? <EmptyState title={fr.empty.bases} />
      : <Grid>{bases.map((base) => <Tile key={base.id} title={spaced(base.title)} href={urls.base(base.slug)} level={2}
        icon="fr-icon-community-line" picture={base.logoFileId ? { src: imageUrl(base.logoFileId, 160) } : undefined} />)}</Grid>
  }
  if (tab === 'collections') {
    return collections.length === 0 ? <EmptyState title={fr.empty.collections} />
      : <Grid>{collections.map((one) => one.slug && <Tile key={one.id} title={spaced(one.title ?? '')} href={urls.collection(one.slug)} level={2}
        icon="fr-icon-bookmark-line"
        detail={`${fr.resources(one.count)}${one.isPublic ? '' : ` · ${fr.private}`}`} />)}</Grid>
  }
  return (
    <>
      {resources.length === 0 ? <EmptyState title={fr.empty.resources} />
        : <CardList>{resources.map((resource) => <ResourceCard key={resource.id} resource={resource} level={2} />)}</CardList>}
      <Pagination page={page} pages={pages} href={(number) => urls.profile(id, number > 1 ? number : undefined)} />
    </>
  )
}

function About({ profile: { about, location, department, links, email, followersCount } }: { profile: Shown }) {
  const place = [location, department && departmentNamed(department)].filter(Boolean).join(', ')
  const kinds = (['website', 'linkedin', 'facebook', 'twitter'] as const).filter((kind) => links[kind])
  return (
    <Facts facts={[
      about !== null && { label: fr.facts.about, value: about },
      place !== '' && { label: fr.facts.place, value: place },
      kinds.length > 0 && { label: fr.facts.links, value: <ul>{kinds.map((kind) =>
        <li key={kind}><a href={links[kind]!} rel="nofollow noopener me">{fr.links[kind]}</a></li>)}</ul> },
      email !== null && { label: fr.facts.email, value: <a href={`mailto:${email}`}>{email}</a> },
      { label: fr.facts.followers, value: fr.followers(followersCount) },
    ]} />
  )
}
