import type { ReactNode } from 'react'
import { Form, useSearchParams } from 'react-router'
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
import { listPeople } from '../operations/list-people.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { calledBy, groupChoices, RoleBadge, wayTo } from './said.tsx'

export const loader = answers(listPeople)

const words = fr.people

type Person = Awaited<ReturnType<typeof loader>>['people'][number]

const columnsOf = (organisationId: string): Record<string, (person: Person) => ReactNode> => ({
  [words.columns.name]: (person) => <Link href={urls.member(organisationId, person.id)}>{calledBy(person)}</Link>,
  [words.columns.roles]: (person) => person.roles.map((held) => <RoleBadge key={`${held.role} ${held.groupName}`} {...held} />),
  [words.columns.title]: (person) => person.title,
})

/** People of an organisation, by name; the filters stay in the address. */
export default function PeoplePage() {
  const { organisationId: id, name, people, total, groups, next, previous, can } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const filters = { words: params.get('words') ?? undefined, role: params.get('role') ?? undefined, groupId: params.get('groupId')
    ?? undefined }
  const filtered = Boolean(filters.words || filters.role || filters.groupId)
  const invite = can.inviteMember && <ButtonLink href={urls.invitations(id)} icon="fr-icon-user-add-line">{words.invite}</ButtonLink>
  return (
    <Page title={words.heading} documentTitle={words.title(name)} breadcrumb={wayTo(id, name)} actions={invite}>
      <Form method="get" action={urls.people(id)} className="sl-form sl-form--inline" role="search">
        <TextField name="words" type="text" label={words.words} defaultValue={filters.words} autoComplete="off" />
        <SelectField name="role" label={words.role} choices={fr.roles} empty={words.anyRole} defaultValue={filters.role} />
        <SelectField name="groupId" label={words.group} choices={groupChoices(groups)} empty={words.anyGroup}
          defaultValue={filters.groupId} />
        <div className="sl-form__end">
          <Button type="submit" priority="secondary">{words.search}</Button>
          {filtered && <ButtonLink href={urls.people(id)} priority="quiet">{words.clear}</ButtonLink>}
        </div>
      </Form>
      <p role="status">{words.count(total)}</p>
      <Table rows={people} caption={words.heading} captionHidden rowKey={(person) => person.id} columns={columnsOf(id)}
        empty={<EmptyState title={words.empty}>{words.emptyMore}</EmptyState>} />
      <Pagination next={next ? urls.people(id, { ...filters, after: next }) : undefined}
        previous={previous ? urls.people(id, { ...filters, before: previous }) : undefined} />
    </Page>
  )
}
