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
import { findBases } from '../operations/find-bases.ts'
import { DepartmentFirst } from './DepartmentFirst.tsx'
import { BaseCard } from './parts.tsx'
import { fr } from './reader.fr.ts'
import { departmentNamed } from './departments.fr.ts'
import { urls } from './routes.ts'
import { fr as savedSearches } from './saved-search.fr.ts'
import { SearchTabs } from './SearchTabs.tsx'
import { Tries } from './Tries.tsx'

/** What was searched comes by sixteen, with the numbers of the other types. */
export const loader = answers(findBases, {
  input: ({ request }) => new URL(request.url).searchParams.get('text')?.trim() ? { perPage: 16, withTotals: true } : { perPage: 30 },
})
export const handle = { isPublic: true }

const filtersOf = (params: URLSearchParams) => ({
  text: params.get('text')?.trim() || undefined, department: params.get('department') || undefined, sort: params.get('sort') || undefined,
  departmentFirst: params.get('departmentFirst') === 'true' ? 'true' : undefined,
})

export default function BasesPage() {
  const { bases, total, page, pages, facets: { departments }, corrected, tries, totals, ownDepartment, signedIn } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const filters = filtersOf(params)
  const { text, department, sort, departmentFirst } = filters
  const choices = Object.entries(departments).map(([value, count]) => ({ value, label: departmentNamed(value), count }))
  const list = {
    facets: [{ name: 'department', legend: fr.bases.department, single: true, choices, chosen: department ? [department] : [] }],
    action: urls.bases(), keep: { ...text && { text }, ...sort && { sort }, ...departmentFirst && { departmentFirst } },
  }
  const orders = Object.entries(fr.bases.sorts).filter(([key]) => key !== 'relevance' || text).map(([key, label]) =>
    ({ label, href: urls.bases({ ...filters, sort: key }), current: key === (sort ?? (text ? 'relevance' : 'a-z')) }))
  const results = (
    <section className="sl-results" aria-label={fr.resources.list}>
      <div className="sl-results__head"><h2>{fr.bases.count(total)}</h2>{total > 1 && <OrderMenu orders={orders} />}</div>
      {corrected && <p><strong>{fr.bases.corrected(corrected)}</strong></p>}
      <ActiveFilters {...list} />
      {(text || department) && <p><ButtonLink priority="tertiary" href={urls.newSearch({ kind: 'bases', text,
        department })}>{savedSearches.save}</ButtonLink></p>}
      {signedIn && total > 0 && <DepartmentFirst action={urls.bases()} keep={{ text, department, sort }} department={ownDepartment} settings={urls.preferences()} />}
      {bases.length === 0
        ? <EmptyState title={fr.bases.empty} action={<><Tries tries={tries} href={(one) => urls.bases({ text: one })} />
          <ButtonLink href={urls.bases()}>{fr.bases.all}</ButtonLink></>}>
          <p>{fr.bases.emptyHint}</p></EmptyState>
        : <CardList>{bases.map((base) => <BaseCard key={base.id} base={base} />)}</CardList>}
      <Pagination page={page} pages={pages} label={fr.resources.pages}
        href={(number) => urls.bases({ ...filters, page: number > 1 ? number : undefined })} />
    </section>
  )
  return (
    <Page title={fr.bases.title} lead={fr.bases.lead}>
      <SearchField big action={urls.bases()} name="text" label={fr.bases.search} hint={fr.bases.hint} defaultValue={text} id="find"
        keep={{ department: department ?? [], sort: sort ?? [], departmentFirst: departmentFirst ?? [] }} />
      <SearchTabs text={corrected ?? text} totals={totals} current="bases" />
      {choices.length > 1 || department ? <Grid kind="side-left"><div><Facets {...list} /></div>{results}</Grid> : results}
    </Page>
  )
}
