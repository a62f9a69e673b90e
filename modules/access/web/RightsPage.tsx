import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showRights } from '../operations/show-rights.ts'
import { actionName, heldRoleName, roleName } from './actions.fr.ts'
import { fr } from './fr.ts'
import { RightsTable } from './RightsTable.tsx'
import { urls } from './routes.ts'

export const loader = answers(showRights)
const words = fr.rights

type Answer = ReturnType<typeof useAnswer<typeof loader>>

const columns = (organisationId: string): Record<string, (person: Answer['people'][number]) => ReactNode> => ({
  [words.columns.name]: ({ id, name }) => <Link href={urls.rightsOf(organisationId, id)}>{name ?? words.somebody}</Link>,
  [words.columns.roles]: ({ roles }) => roles.map(heldRoleName).join(', '),
})

/** Who may do what in an organisation, for those in charge of it. */
export default function RightsPage() {
  const answer = useAnswer<typeof loader>()
  const { organisationId, name, roles, everybody } = answer
  const whoMay = (operation: string) => urls.holders(organisationId, operation)
  return (
    <Page title={words.title(name)} lead={words.lead}>
      <People {...answer} />
      <WhoMay {...answer} />
      <Section title={words.byRole}>
        {roles.map(({ role, rights }) => (
          <Section key={role} title={roleName(role)} level={3}>
            {rights.length === 0 ? <p>{words.nothing}</p>
              : <RightsTable rights={rights} caption={roleName(role)} empty={words.nothing} whoMay={whoMay} />}
          </Section>
        ))}
      </Section>
      <Section title={words.everybody}>
        <RightsTable rights={everybody} caption={words.everybody} empty={words.nothingYet} whoMay={whoMay} />
      </Section>
    </Page>
  )
}

function People({ organisationId, people }: Answer) {
  const [query] = useSearchParams()
  return (
    <Section title={words.person}>
      <form method="get" action={urls.rights(organisationId)} className="sl-form sl-form--inline" role="search">
        <TextField name="words" label={words.words} defaultValue={query.get('words') ?? ''} required={false} />
        <Button type="submit" priority="secondary">{words.find}</Button>
      </form>
      <Table rows={people} rowKey={({ id }) => id} caption={words.people} captionHidden empty={words.nobody} columns={columns(organisationId)} />
    </Section>
  )
}

function WhoMay({ organisationId, roles, everybody }: Answer) {
  const names = [...new Set([...roles.flatMap(({ rights }) => rights), ...everybody].map(({ name }) => name))]
  const choices = Object.fromEntries(names.map((name) => [name, actionName(name)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'fr')))
  return (
    <Section title={words.who}>
      <form method="get" action={urls.holders(organisationId)} className="sl-form sl-form--inline">
        <SelectField name="operation" label={words.action} choices={choices} required />
        <Button type="submit" priority="secondary">{words.ask}</Button>
      </form>
    </Section>
  )
}
