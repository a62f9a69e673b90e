import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { OrderMenu } from '#design/OrderMenu.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findProfiles } from '../operations/find-profiles.ts'
import { ProfileTile } from './ProfileTile.tsx'
import { urls } from './routes.ts'
import { fr as savedSearches } from './saved-search.fr.ts'
import { fr } from './search.fr.ts'
import { SearchTabs } from './SearchTabs.tsx'
import { Tries } from './Tries.tsx'

export const loader = answers(findProfiles, { input: () => ({ perPage: 16, withTotals: true }) })
export const handle = { isPublic: true }

export default function ProfilesPage() {
  const { profiles, total, totalIsAtLeast, page, pages, corrected, tries, totals } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const text = params.get('text')?.trim() || undefined
  const sort = params.get('sort') ?? undefined
  const words = fr.profiles
  const orders = Object.entries(words.sorts).filter(([key]) => key !== 'relevance' || text).map(([key, label]) =>
    ({ label, href: urls.profiles({ text, sort: key }), current: key === (sort ?? (text ? 'relevance' : 'a-z')) }))
  return (
    <Page title={words.title} documentTitle={text && fr.search.found(text)} lead={words.lead}>
      <SearchField big action={urls.profiles()} name="text" label={words.label} hint={words.hint} defaultValue={text} id="find" keep={{ sort: sort ?? [] }} />
      <SearchTabs text={corrected ?? text} totals={totals} current="profiles" />
      <section className="sl-results" aria-label={words.list}>
        <div className="sl-results__head"><h2>{words.count(total, totalIsAtLeast)}</h2>{total > 1 && <OrderMenu orders={orders} />}</div>
        {corrected && <p><strong>{fr.search.corrected(corrected)}</strong></p>}
        {text && <p><ButtonLink priority="tertiary" href={urls.newSearch({ kind: 'profiles', text })}>{savedSearches.save}</ButtonLink></p>}
        {profiles.length === 0
          ? <EmptyState title={words.empty} action={<><Tries tries={tries} href={(one) => urls.profiles({ text: one })} />
            <ButtonLink href={urls.profiles()}>{words.everyone}</ButtonLink></>}><p>{words.emptyHint}</p></EmptyState>
          : <CardList>{profiles.map((one) => <ProfileTile key={one.id} profile={one} />)}</CardList>}
        <Pagination page={page} pages={pages} label={words.pages}
          href={(number) => urls.profiles({ text, sort, page: number > 1 ? number : undefined })} />
      </section>
    </Page>
  )
}
