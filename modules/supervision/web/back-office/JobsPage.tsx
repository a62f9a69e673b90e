import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Grid } from '#design/Grid.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listJobs } from '../../operations/back-office/list-jobs.ts'
import { fr } from './fr.ts'
import { kinds } from './kinds.ts'
import { urls, type JobFilters } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const { before: _, ...filters } = Object.fromEntries(new URL(args.request.url).searchParams) as JobFilters & { before?: string }
  return { ...await answers(listJobs)(args), filters, now: new Date().toISOString() }
}

type Job = Answered<typeof listJobs>['jobs'][number]
const words = fr.jobs

const cells = (now: string): Record<string, (job: Job) => ReactNode> => ({
  [words.columns.name]: ({ id, name }) => <Link href={urls.job(id)}>{name}</Link>,
  [words.columns.state]: ({ state }) => <Badge kind={kinds[state]}>{fr.states[state]}</Badge>,
  [words.columns.started]: ({ startedAt }) => <Time at={startedAt} now={now} />,
  [words.columns.duration]: ({ durationMs }) => durationMs === null ? words.none : fr.duration(durationMs),
  [words.columns.error]: ({ error }) => error === null ? words.none : <code>{error}</code>,
  [words.columns.again]: ({ retriedAt }) => retriedAt === null ? words.none : words.retried,
})

/** What the service does by itself, with its outcome. */
export default function JobsPage() {
  const { jobs, names, next, filters, now } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead}
      actions={<ButtonLink href={urls.deliveries()} priority="secondary">{words.deliveries}</ButtonLink>}>
      <Search names={names} filters={filters} />
      {!filters.name && <p className="fr-hint-text">{words.hidden}</p>}
      <Table rows={jobs} rowKey={({ id }) => id} caption={words.caption} empty={words.empty} columns={cells(now)} />
      <Pagination next={next ? urls.jobs(filters, next) : undefined} label={words.older} />
    </Page>
  )
}

function Search({ names, filters }: { names: string[], filters: JobFilters }) {
  const field = (name: keyof JobFilters) => ({ name, id: `jobs-${name}`, defaultValue: filters[name] })
  return (
    <form method="get" action={urls.jobs()} className="sl-form" role="search" aria-label={words.filters}>
      <Grid>
        <SelectField {...field('name')} label={words.name} empty={words.any} choices={Object.fromEntries(names.map((name) => [name, name]))} />
        <SelectField {...field('state')} label={words.state} empty={words.anyState} choices={fr.states} />
        <TextField {...field('from')} type="date" label={words.from} />
        <TextField {...field('to')} type="date" label={words.to} />
      </Grid>
      <div className="sl-form__end">
        <Button type="submit">{words.search}</Button>
        {Object.values(filters).some(Boolean) && <ButtonLink href={urls.jobs()} priority="quiet">{words.clear}</ButtonLink>}
      </div>
    </form>
  )
}
