import { CardList } from '#design/Card.tsx'
import { ActiveFilters, Facets } from '#design/Facets.tsx'
import { Grid } from '#design/Grid.tsx'
import { OrderMenu } from '#design/OrderMenu.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { facetsOf, filtersOf, type Filters } from '#modules/bases/web/filters.ts'
import { ResourceCard } from '#modules/bases/web/parts.tsx'
import { fr } from '#modules/bases/web/reader.fr.ts'
import { urls } from '#modules/bases/web/routes.ts'
import { SearchTabs } from '#modules/bases/web/SearchTabs.tsx'
import type { findResources } from '../../data.ts'

const FIRST_ROW = 3

const ordersOf = (filters: Filters) => Object.entries(fr.resources.sorts).filter(([sort]) => sort !== 'relevance' || filters.text)
  .map(([sort, label]) => ({
    label, href: urls.resources({ ...filters, sort }), current: sort === (filters.sort ?? (filters.text ? 'relevance' : 'recent')),
  }))

/** The tree of modules/bases/web/ResourcesPage.tsx, its data given by the page of Next.js. */
export function Resources({ answer, baseId }: { answer: Awaited<ReturnType<typeof findResources>>, baseId?: string }) {
  const { resources, total, totalIsAtLeast, page, pages, facets: counts, facetsAreExact } = answer
  const filters = filtersOf(new URLSearchParams(baseId && { baseId }))
  const { text, sort, ...chosen } = filters
  const list = { facets: facetsOf(filters, counts, facetsAreExact), action: urls.resources(), keep: {} }
  return (
    <Page title={fr.resources.title} lead={fr.resources.lead}>
      <SearchField big action={urls.resources()} name="text" label={fr.resources.search} hint={fr.resources.hint} defaultValue={text} id="find"
        keep={{ ...chosen, baseId: chosen.baseId ?? [], sort: sort ?? [] }} />
      <SearchTabs text={text} totals={undefined} current="resources" />
      <Grid kind="side-left">
        <div><Facets {...list} /></div>
        <section className="sl-results" aria-label={fr.resources.list}>
          <div className="sl-results__head">
            <h2>{fr.resources.count(total, totalIsAtLeast)}</h2>
            {total > 1 && <OrderMenu orders={ordersOf(filters)} />}
          </div>
          <ActiveFilters {...list} />
          <CardList>{resources.map((resource, index) => <ResourceCard key={resource.id} resource={resource} eager={index < FIRST_ROW} />)}</CardList>
          <Pagination page={page} pages={pages} label={fr.resources.pages}
            href={(number) => urls.resources({ ...filters, page: number > 1 ? number : undefined })} />
        </section>
      </Grid>
    </Page>
  )
}
