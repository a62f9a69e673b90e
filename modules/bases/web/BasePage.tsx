import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { CopyButton } from '#design/CopyButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Facts } from '#design/Facts.tsx'
import { Grid } from '#design/Grid.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Prose } from '#design/Prose.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { Section } from '#design/Section.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Tile } from '#design/Tile.tsx'
import { Day } from '#design/Time.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { reporting } from '#modules/moderation/web/parts.tsx'
import { urls as moderation } from '#modules/moderation/web/routes.ts'
import { findResources } from '../operations/find-resources.ts'
import { followBase } from '../operations/follow-base.ts'
import { showBase } from '../operations/show-base.ts'
import { unfollowBase } from '../operations/unfollow-base.ts'
import { spaced } from '../typography.ts'
import { fr as home } from './base-home.fr.ts'
import { departmentNamed } from './departments.fr.ts'
import { FollowForm } from './FollowForm.tsx'
import { fr as programs } from './harvest.fr.ts'
import { fr as joining } from './joining.fr.ts'
import { BaseLogo, ResourceCard } from './parts.tsx'
import { fr } from './reader.fr.ts'
import { reported as moderated } from './reported.fr.ts'
import { urls } from './routes.ts'
import { fr as statistics } from './statistics.fr.ts'

const shown = answers(showBase, { moved: (output) => 'movedTo' in output ? urls.base(output.movedTo) : undefined })

type ShownBase = Exclude<Output<typeof showBase>, { movedTo: string }>

export const loader = async (args: LoaderFunctionArgs) => {
  const base = await shown(args) as ShownBase & Awaited<ReturnType<typeof shown>>
  const found = await answers(findResources, { input: () => ({ baseId: base.baseId, perPage: 12 }) })(args)
  return { ...base, found, unfollow: base.followed && formOf('unfollowBase', unfollowBase), address: new URL(args.request.url).origin + urls.base(base.slug) }
}
export const action = accepts({ followBase, unfollowBase })
export const handle = { isPublic: true }

function BaseFacts({ base, address }: { base: ShownBase, address: string }) {
  const { title, slug, isPublic, members, membersCount, email, department, createdAt } = base
  const links = (['website', 'facebook', 'linkedin', 'twitter'] as const).filter((one) => base[one] !== null)
  const named = members.filter(({ name }) => name !== null)
  return (
    <Facts facts={[
      { label: fr.base.people, value:
        <><p id="membres">{fr.base.members(membersCount)}</p>
        {base.role === null && isPublic && <p><Link href={urls.joinBase(slug)}>{joining.join.link}</Link></p>}
        {base.role !== null && <p><Link href={urls.baseMembers(slug)}>
          {base.role === 'administrator' ? home.members : fr.base.seeMembers}</Link></p>}
        {named.length > 0 && <ul>{named.map(({ id, name }) =>
          <li key={id}>{base.role === null ? <Link href={urls.profile(id)}>{name}</Link> : name}</li>)}</ul>}</> },
      links.length > 0 && { label: home.links, value: <ul>{links.map((one) => <li key={one}><a href={base[one]!} rel="nofollow noopener">{home.linkLabels[one]}</a></li>)}</ul> },
      email !== null && { label: fr.base.email, value: <a href={`mailto:${email}`}>{email}</a> },
      department !== null && { label: fr.base.department, value: departmentNamed(department) },
      { label: fr.base.since, value: <Day at={createdAt} /> },
      isPublic && { label: fr.base.follow, value: <><link rel="alternate" type="application/atom+xml" title={title} href={urls.baseFeed(slug)} />
        <a href={urls.baseFeed(slug)}>{programs.feed}</a></> },
      isPublic && { label: home.share, value: <><CopyButton text={address} label={home.copy} />
        <p><a href={`mailto:?subject=${encodeURIComponent(home.subject(title))}&body=${encodeURIComponent(address)}`}>{home.mail}</a></p></> },
    ]} />
  )
}

export default function BasePage() {
  const base = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const text = params.get('text')?.trim() || undefined
  const { title, slug, baseId, excerpt, html, isPublic, withheld, role, logoFileId, coverFileId, collections, can, found, unfollow, highlights, highlighted, address } = base
  const chosen = text === undefined && found.page === 1 && found.total > highlighted.length ? highlighted : []
  const pageOf = (page: number) => `${urls.base(slug, { text, page: page > 1 ? page : undefined })}#ressources`
  return (
    <Page title={spaced(title)} breadcrumb={[{ label: fr.bases.title, href: urls.bases() }]} lead={spaced(excerpt)}
      above={<>{coverFileId && <img className="sl-cover" src={imageUrl(coverFileId, 1280)}
        srcSet={`${imageUrl(coverFileId, 640)} 640w, ${imageUrl(coverFileId, 1280)} 1280w`}
        sizes="(min-width: 78em) 75rem, 94vw" width={1200} height={300} alt="" />}
        {logoFileId && <BaseLogo fileId={logoFileId} big />}{!isPublic && <Badge kind="warning">{withheld ? moderated.withheld[withheld] : fr.base.private}</Badge>}
        {withheld && role && <p><Link href={moderation.mine()}>{moderated.why}</Link></p>}</>}
      actions={<>{role && <ButtonGroup>
        <ButtonLink href={urls.newResource(baseId)}>{fr.base.write}</ButtonLink>
        {can.updateBase && <ButtonLink href={urls.editBase(slug)} priority="secondary">{fr.base.edit}</ButtonLink>}
        <ButtonLink href={urls.baseStatistics(slug)} priority="tertiary">{statistics.link}</ButtonLink>
      </ButtonGroup>}<FollowForm follow={can.followBase} unfollow={unfollow} fixed={{ baseId }} visitor={urls.followBase(slug)} /></>}>
      <Tabs label={home.parts} tabs={[
        { label: fr.resources.title, href: '#ressources', count: found.total },
        ...collections.length > 0 ? [{ label: fr.base.collections, href: '#collections', count: collections.length }] : [],
        ...html ? [{ label: fr.base.about, href: '#a-propos' }] : [], { label: fr.base.people, href: '#membres', count: base.membersCount },
      ]} />
      <Grid kind="side-right">
        <div>
          <div id="ressources">
            {chosen.length > 0 && <Section title={home.highlights[highlights]}>
              <CardList>{chosen.map((resource) => <ResourceCard key={resource.id} resource={resource} />)}</CardList>
            </Section>}
            <Section title={`${chosen.length > 0 ? home.all : fr.base.resources} (${found.total})`}>
              {(found.pages > 1 || text) && <SearchField action={urls.base(slug)} name="text" label={fr.base.search}
                defaultValue={text} id="find" />}
              {found.resources.length === 0
                ? <EmptyState title={text ? fr.base.noMatch : fr.base.empty}
                  action={text ? <ButtonLink href={urls.base(slug)} priority="secondary">{fr.base.allOfBase}</ButtonLink>
                    : role && <ButtonLink href={urls.newResource(baseId)} priority="secondary">{fr.base.write}</ButtonLink>} />
                : <CardList>{found.resources.map((resource) => <ResourceCard key={resource.id} resource={resource} />)}</CardList>}
              <Pagination page={found.page} pages={found.pages} href={pageOf} />
            </Section>
          </div>
          {collections.length > 0 && (
            <div id="collections" className="fr-mt-6w"><Section title={fr.base.collections}>
              <Grid>{collections.map((one) => one.slug && <Tile key={one.id} title={spaced(one.title ?? '')} href={urls.collection(one.slug)}
                icon="fr-icon-bookmark-line"
                detail={`${fr.card.resources(one.count)}${one.isPublic ? '' : ` · ${fr.card.private}`}`} />)}</Grid>
            </Section></div>
          )}
        </div>
        <aside className="sl-side" aria-label={fr.base.about} id="a-propos">
          {html && <Section title={fr.base.about}><Prose html={html} /></Section>}
          <BaseFacts base={base} address={address} />
          {!role && <p><Link className="fr-link fr-link--sm" href={moderation.report('bases.base',
            baseId)} rel="nofollow">{reporting.link}</Link></p>}
        </aside>
      </Grid>
    </Page>
  )
}
