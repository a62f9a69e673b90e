import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as searchUrls } from '#modules/search/web/routes.ts'
import { searchCommons } from '../operations/search-commons.ts'
import { BaseCard, ResourceCard } from './parts.tsx'
import { ProfileTile } from './ProfileTile.tsx'
import { QuickSearch } from './QuickSearch.tsx'
import { urls } from './routes.ts'
import { fr } from './search.fr.ts'
import { SearchTabs } from './SearchTabs.tsx'
import { Tries } from './Tries.tsx'

// Not among the pages kept for visitors: a search is made here each time, and each one is counted.
export const loader = answers(searchCommons)

interface Part { title: string, total: { total: number, atLeast: boolean }, shown: number, href: string, all: (total: number, more: boolean) => string, children: ReactNode }

/** The first results of one type, and the way to all of them. */
function Results({ title, total: { total, atLeast }, shown, href, all, children }: Part) {
  if (shown === 0) return null
  return (
    <Section title={`${title} (${fr.search.total(total, atLeast)})`} actions={total > shown && <Link href={href}>{all(total, atLeast)}</Link>}>
      <CardList>{children}</CardList>
    </Section>
  )
}

export default function SearchPage() {
  const { resources, bases, profiles, total, totals, corrected, tries } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const text = params.get('text')?.trim() || undefined
  const words = fr.search
  // Every type is searched for the same words, so that « see all » and the tabs lead to what was shown.
  const searched = corrected ?? text
  return (
    <Page title={words.title} documentTitle={text && words.found(text)} lead={words.lead}>
      <QuickSearch big action={urls.search()} label={words.label} hint={words.hint} defaultValue={text} id="find" />
      <SearchTabs text={searched} totals={totals} current="all" />
      {text && <p role="status">{words.count(total)}{corrected && <> · <strong>{words.corrected(corrected)}</strong></>}</p>}
      {text && total === 0 && <EmptyState title={words.empty} action={<Tries tries={tries} href={urls.search} />}><p>{words.emptyHint}</p></EmptyState>}
      <Results title={words.resources} total={totals.resources} shown={resources.length} href={urls.resources({ text: searched })} all={words.seeAll.resources}>
        {resources.map((one) => <ResourceCard key={one.id} resource={one} />)}
      </Results>
      <Results title={words.bases} total={totals.bases} shown={bases.length} href={urls.bases({ text: searched })} all={words.seeAll.bases}>
        {bases.map((one) => <BaseCard key={one.id} base={one} />)}
      </Results>
      <Results title={words.profiles} total={totals.profiles} shown={profiles.length} href={urls.profiles({ text: searched })} all={words.seeAll.profiles}>
        {profiles.map((one) => <ProfileTile key={one.id} profile={one} />)}
      </Results>
      <p className="fr-hint-text fr-mt-4w">{words.logged} <Link href={searchUrls.consent()}>{words.choose}</Link></p>
    </Page>
  )
}
