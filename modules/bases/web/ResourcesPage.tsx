import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { ActiveFilters, Facets } from '#design/Facets.tsx'
import { Grid } from '#design/Grid.tsx'
import { OrderMenu } from '#design/OrderMenu.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findResources } from '../operations/find-resources.ts'
import { DepartmentFirst } from './DepartmentFirst.tsx'
import { facetsOf, filtersOf, type Filters } from './filters.ts'
import { ResourceCard } from './parts.tsx'
import { fr } from './reader.fr.ts'
import { urls } from './routes.ts'
import { fr as savedSearches } from './saved-search.fr.ts'
import { SearchTabs } from './SearchTabs.tsx'
import { Tries } from './Tries.tsx'

/** What was searched comes by sixteen, with the numbers of the other types; the list of everything by thirty. */
export const loader = answers(findResources, {
  input: ({ request }) => new URL(request.url).searchParams.get('text')?.trim() ? { perPage: 16, withTotals: true } : { perPage: 30 },
})
export const handle = { isPublic: true }

/** How many cards a wide screen shows before one scrolls: their pictures are not left for later. */
const FIRST_ROW = 3

const ordersOf = (filters: Filters) => Object.entries(fr.resources.sorts).filter(([sort]) => sort !== 'relevance' || filters.text)
  .map(([sort, label]) => ({
    label, href: urls.resources({ ...filters, sort }), current: sort === (filters.sort ?? (filters.text ? 'relevance' : 'recent')),
  }))

/** What the filters' own form carries along: all of the address that is not a filter. */
const keptOf = ({ text, sort, departmentFirst }: Filters) => ({ ...text && { text }, ...sort && { sort }, ...departmentFirst && { departmentFirst } })

export default function ResourcesPage() {
  const { resources, total, totalIsAtLeast, page, pages, facets: counts, facetsAreExact, corrected, tries, totals, department, signedIn } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const filters = filtersOf(params)
  const { text, sort, departmentFirst, ...chosen } = filters
  const facets = facetsOf(filters, counts, facetsAreExact)
  const searched = text || Object.values(chosen).some((values) => values && values.length > 0)
  const list = { facets, action: urls.resources(), keep: keptOf(filters) }
  const { title, lead } = fr.resources
  return (
    <Page title={title} documentTitle={text && fr.resources.found(text)} lead={lead}>
      <SearchField big action={urls.resources()} name="text" label={fr.resources.search} hint={fr.resources.hint}
        defaultValue={text} id="find"
        keep={{ ...chosen, baseId: chosen.baseId ?? [], sort: sort ?? [], departmentFirst: departmentFirst ?? [] }} />
      <SearchTabs text={text} totals={totals} current="resources" />
      <Grid kind="side-left">
        <div><Facets {...list} /></div>
        <section className="sl-results" aria-label={fr.resources.list}>
          <div className="sl-results__head">
            <h2>{fr.resources.count(total, totalIsAtLeast)}</h2>
            {total > 1 && <OrderMenu orders={ordersOf(filters)} />}
          </div>
          {corrected && text && <p><strong>{fr.resources.corrected(corrected)}</strong>. {fr.resources.notFound(text)}</p>}
          <ActiveFilters {...list} />
          {searched && <p><ButtonLink priority="tertiary" href={urls.newSearch({ text, ...chosen })}>{savedSearches.save}</ButtonLink></p>}
          {signedIn && total > 0 && <DepartmentFirst action={urls.resources()} keep={{ text, sort, ...chosen }} department={department} settings={urls.preferences()} />}
          {resources.length === 0
            ? <EmptyState title={fr.resources.empty} action={<><Tries tries={tries} href={(one) => urls.resources({ text: one })} />
              <ButtonLink href={urls.resources()}>{fr.resources.all}</ButtonLink></>}>
              <p>{fr.resources.emptyHint}</p></EmptyState>
            : <CardList>{resources.map((resource, index) =>
              <ResourceCard key={resource.id} resource={resource} eager={index < FIRST_ROW} />)}</CardList>}
          <Pagination page={page} pages={pages} label={fr.resources.pages}
            href={(number) => urls.resources({ ...filters, page: number > 1 ? number : undefined })} />
        </section>
      </Grid>
    </Page>
  )
}
