import type { ReactNode } from 'react'
import { Form, useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Button, ButtonLink } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findOrganisations } from '../../operations/back-office/find-organisations.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(findOrganisations)

const words = fr.list

type Found = Awaited<ReturnType<typeof loader>>['organisations'][number]

const columns: Record<string, (one: Found) => ReactNode> = {
  [words.columns.name]: (one) => <Link href={urls.sheet(one.id)}>{one.name}</Link>,
  [words.columns.kind]: (one) => fr.kinds[one.kind],
  [words.columns.numbers]: (one) => [one.siret, one.uai].filter(Boolean).join(' · '),
  [words.columns.people]: (one) => one.people,
  [words.columns.state]: (one) => one.isClosed ? <Badge>{words.closed}</Badge>
    : one.isAdministered ? <Badge kind="success">{words.open}</Badge> : <Badge kind="warning">{words.unadministered}</Badge>,
}

/** Every organisation, by name, number, kind and state. */
export default function OrganisationsPage() {
  const { organisations, total, next, can } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const filters = { words: params.get('words') ?? undefined, kind: params.get('kind') ?? undefined, state: params.get('state')
    ?? undefined }
  return (
    <Page title={words.title} actions={can.createOrganisation && <ButtonLink href={urls.create()}
      icon="fr-icon-add-line">{words.create}</ButtonLink>}>
      <Form method="get" action={urls.list()} className="sl-form sl-form--inline" role="search">
        <TextField name="words" type="text" label={words.words} defaultValue={filters.words} autoComplete="off" />
        <SelectField name="kind" label={words.kind} choices={fr.kinds} empty={words.anyKind} defaultValue={filters.kind} />
        <SelectField name="state" label={words.state} choices={words.states} empty={words.anyState} defaultValue={filters.state} />
        <div className="sl-form__end"><Button type="submit" priority="secondary">{words.search}</Button></div>
      </Form>
      <p role="status">{words.count(total)}</p>
      <Table rows={organisations} caption={words.title} captionHidden rowKey={({ id }) => id} columns={columns}
        empty={<EmptyState title={words.empty}>{words.emptyMore}</EmptyState>} />
      <Pagination next={next ? urls.list({ ...filters, after: next }) : undefined} />
    </Page>
  )
}
