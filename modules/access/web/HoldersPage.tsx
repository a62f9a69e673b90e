import type { ReactNode } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showHolders } from '../operations/show-holders.ts'
import { actionName, heldRoleName, verdicts } from './actions.fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { withoutRole } from './without-role.ts'

export const loader = answers(showHolders)
const words = fr.rights

type Answer = ReturnType<typeof useAnswer<typeof loader>>

const columns = (organisationId: string): Record<string, (person: Answer['people'][number]) => ReactNode> => ({
  [words.columns.name]: ({ id, name }) => <Link href={urls.rightsOf(organisationId, id)}>{name ?? words.somebody}</Link>,
  [words.columns.roles]: ({ roles }) => roles.map(heldRoleName).join(', '),
  [words.columns.may]: ({ may }) => verdicts[may],
})

/** Who may do one action in an organisation. */
export default function HoldersPage() {
  const answer = useAnswer<typeof loader>()
  const { organisationId, organisation, operation, people } = answer
  const open = withoutRole(answer)
  return (
    <Page title={words.whoTitle(actionName(operation), organisation)} lead={open ?? words.outside}>
      {(people.length > 0 || !open || answer.anyPerson === 'if') && (
        <Table rows={people} rowKey={({ id }) => id} caption={words.holders} empty={words.noHolder} columns={columns(organisationId)} />
      )}
      <p className="fr-mt-3w"><ButtonLink href={urls.rights(organisationId)} priority="secondary">{words.back}</ButtonLink></p>
    </Page>
  )
}
