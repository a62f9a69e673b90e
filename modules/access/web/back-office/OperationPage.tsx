import type { ReactNode } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showOperationHolders } from '../../operations/back-office/show-operation-holders.ts'
import { actionName, heldRoleName, verdicts } from '../actions.fr.ts'
import { fr as common } from '../fr.ts'
import { withoutRole } from '../without-role.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showOperationHolders)
const words = fr.rights
const said = common.rights

type Answer = ReturnType<typeof useAnswer<typeof loader>>

const columns: Record<string, (person: Answer['people'][number]) => ReactNode> = {
  [said.columns.name]: ({ id, name }) => <Link href={urls.personRights(id)}>{name ?? words.somebody}</Link>,
  [said.columns.roles]: ({ roles }) => roles.map(heldRoleName).join(', '),
  [said.columns.may]: ({ may }) => verdicts[may],
}

/** Who may do one action, on the whole platform. */
export default function OperationPage() {
  const answer = useAnswer<typeof loader>()
  return (
    <Page title={words.whoTitle(actionName(answer.operation))} lead={withoutRole(answer)}>
      <p>{words.total(answer.total)}</p>
      <Table rows={answer.people} rowKey={({ id }) => id} caption={said.holders} captionHidden empty={words.total(0)} columns={columns} />
      <p className="fr-mt-3w"><ButtonLink href={urls.rights()} priority="secondary">{words.title}</ButtonLink></p>
    </Page>
  )
}
