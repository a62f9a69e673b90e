import type { LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { Hero } from '#design/Hero.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { TagList } from '#design/Tag.tsx'
import { Tile } from '#design/Tile.tsx'
import { Time } from '#design/Time.tsx'
import { pageCall } from '#kernel/page/call.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findBases } from '#modules/bases/operations/find-bases.ts'
import { findResources } from '#modules/bases/operations/find-resources.ts'
import { listMyResources } from '#modules/bases/operations/list-my-resources.ts'
import { showFeed } from '#modules/bases/operations/show-feed.ts'
import { showNextStep } from '#modules/bases/operations/show-next-step.ts'
import { spaced } from '#modules/bases/typography.ts'
import { fr as commons } from '#modules/bases/web/fr.ts'
import { HomeNews, NextStep } from '#modules/bases/web/HomeNews.tsx'
import { BaseCard, ResourceCard } from '#modules/bases/web/parts.tsx'
import { QuickSearch } from '#modules/bases/web/QuickSearch.tsx'
import { urls as bases } from '#modules/bases/web/routes.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { fr } from './fr.ts'

const THEMES = 12
/** First items of the feed. */
const NEWS = 3

/** What is new in the commons; for a signed-in person, what they have begun. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const { engine, call } = context.get(pageCall)
  const signedIn = call.actor.id !== undefined
  const [latest, teams, mine, feed, next] = await Promise.all([
    engine.run(findResources, { perPage: 4, sort: 'recent' }, call),
    engine.run(findBases, { perPage: 4, sort: 'recent' }, call),
    signedIn ? engine.run(listMyResources, { perPage: 3, state: 'draft' }, call) : undefined,
    signedIn ? engine.run(showFeed, {}, call) : undefined,
    signedIn ? engine.run(showNextStep, {}, call) : undefined,
  ])
  const counts = Object.entries(latest.output.facets.themes).toSorted(([, one], [, other]) => other - one)
  const themes = counts.slice(0, THEMES).map(([theme]) => theme)
  return {
    latest: latest.output.resources, total: latest.output.total, bases: teams.output.bases, themes, signedIn,
    drafts: mine?.output.resources ?? [], news: feed?.output.items.slice(0, NEWS) ?? [], next: next?.output, name: call.actor.name, now: new Date().toISOString(),
  }
}
export const handle = { isPublic: true }

type Answer = Awaited<ReturnType<typeof loader>>

function Drafts({ drafts, now }: Pick<Answer, 'drafts' | 'now'>) {
  return (
    <Section title={fr.home.drafts} actions={<Link href={bases.myResources()}>{fr.home.allMine}</Link>}>
      <CardList>{drafts.map(({ id, title, updatedAt }) => (
        <Tile key={id} title={spaced(title)} href={bases.draft(id)} icon="fr-icon-draft-line"
          detail={<>{fr.home.written} <Time at={updatedAt} now={now} /></>} />
      ))}</CardList>
    </Section>
  )
}

export default function HomePage() {
  const { latest, total, bases: teams, themes, signedIn, drafts, news, next, now } = useAnswer<typeof loader>()
  const { title, documentTitle, lead, search, hint } = fr.home
  const themeNames: Readonly<Record<string, string>> = commons.themes
  const themeTags = themes.map((theme) => ({ label: themeNames[theme] ?? theme, href: bases.resources({ themes: [theme] }) }))
  return (
    <>
      <Hero title={title} documentTitle={documentTitle} lead={lead}>
        <QuickSearch big action={bases.search()} label={search} hint={hint} id="find" />
        <div className="sl-hero__more">
          {signedIn
            ? <ButtonLink href={bases.newResource()} priority="secondary" icon="fr-icon-edit-line">{fr.home.write}</ButtonLink>
            : <ButtonLink href={identity.signIn(bases.newResource())} priority="secondary"
              icon="fr-icon-edit-line">{fr.home.write}</ButtonLink>}
          <ButtonLink href={bases.resources()} priority="quiet">{fr.home.browse(total)}</ButtonLink>
        </div>
      </Hero>
      <div className="fr-container sl-page">
        {next && <NextStep {...next} />}
        <HomeNews items={news} />
        {drafts.length > 0 && <Drafts drafts={drafts} now={now} />}
        <Section title={fr.home.latest} actions={<Link href={bases.resources()}>{fr.home.all}</Link>}>
          <CardList>{latest.map((resource, index) => <ResourceCard key={resource.id} resource={resource} eager={index < 3} />)}</CardList>
        </Section>
        {themeTags.length > 0 && <Section title={fr.home.themes}><TagList tags={themeTags} /></Section>}
        {teams.length > 0 && (
          <Section title={fr.home.bases} actions={<Link href={bases.bases()}>{fr.home.allBases}</Link>}>
            <CardList>{teams.map((base) => <BaseCard key={base.id} base={base} />)}</CardList>
          </Section>
        )}
      </div>
    </>
  )
}
