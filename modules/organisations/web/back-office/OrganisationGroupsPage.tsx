import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmForm } from '#design/ConfirmButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { closeOrganisationGroup } from '../../operations/back-office/close-organisation-group.ts'
import { createOrganisationGroup } from '../../operations/back-office/create-organisation-group.ts'
import { editOrganisationGroup } from '../../operations/back-office/edit-organisation-group.ts'
import { showOrganisationSheet } from '../../operations/back-office/show-organisation-sheet.ts'
import { reopenOrganisationGroup } from '../../operations/back-office/reopen-organisation-group.ts'
import { Asked } from '../Asked.tsx'
import { fr } from '../fr.ts'
import { GroupNameFields } from '../GroupNameFields.tsx'
import { groupChoices } from '../said.tsx'
import { fr as staff } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showOrganisationSheet)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.groups(organisationId ?? '')
export const action = accepts({ createOrganisationGroup, editOrganisationGroup, closeOrganisationGroup, reopenOrganisationGroup },
  { createOrganisationGroup: here, editOrganisationGroup: here, closeOrganisationGroup: here, reopenOrganisationGroup: here })

type Answer = Awaited<ReturnType<typeof loader>>
type Group = Answer['groups'][number]
const words = fr.groups

const columnsOf = (answer: Answer): Record<string, (group: Group) => ReactNode> => ({
  [words.columns.name]: (group) => <>{group.name}{group.code && <span className="fr-hint-text">{group.code}</span>}</>,
  [words.columns.kind]: (group) => fr.groupKinds[group.kind],
  [words.columns.within]: (group) => group.parentId && groupChoices(answer.groups)[group.parentId],
  [words.columns.people]: (group) => words.people(group.people),
  [words.columns.actions]: (group) => <Actions group={group} answer={answer} />,
})

/** Groups of an organisation: those that are open, to make one, and those that were closed. */
export default function OrganisationGroupsPage() {
  const answer = useAnswer<typeof loader>()
  const { organisationId: id, name, groups, can } = answer
  const [params] = useSearchParams()
  const open = groups.filter((group) => !group.closedAt)
  const closed = groups.filter((group) => group.closedAt)
  const edited = open.find((group) => group.id === params.get('modifier'))
  const ended = open.find((group) => group.id === params.get('fermer'))
  return (
    <Page title={words.heading} documentTitle={words.title(name)} breadcrumb={[{ label: staff.list.title, href: urls.list() },
      { label: name, href: urls.sheet(id) }]}>
      {edited && can.editOrganisationGroup && <Edited group={edited} answer={answer} />}
      {ended && can.closeOrganisationGroup && (
        <Section title={words.closeTitle(ended.name)}>
          <ConfirmForm form={can.closeOrganisationGroup} label={words.close} title={words.closeTitle(ended.name)} back={urls.groups(id)}
            fixed={{ organisationId: id, groupId: ended.id }}><p>{words.closeWhat(ended.name, ended.people)}</p></ConfirmForm>
        </Section>
      )}
      <p>{words.count(open.length)}</p>
      <Table rows={open} caption={words.heading} captionHidden rowKey={(group) => group.id} columns={columnsOf(answer)}
        empty={<EmptyState title={words.empty}>{words.emptyMore}</EmptyState>} />
      {can.createOrganisationGroup && (
        <Section title={words.add}>
          <CommandForm form={can.createOrganisationGroup} fixed={{ organisationId: id }} submit={words.addSubmit} priority="secondary"
            labels={{ name: words.name, kind: words.kind, code: words.code, parentId: words.parent }}>
            {(field) => (
              <>
                <SelectField {...field('kind')} label={words.kind} choices={fr.groupKinds} />
                <GroupNameFields field={field} />
                <SelectField {...field('parentId')} required={false} label={words.parent} choices={groupChoices(open)}
                  empty={words.noParent} />
              </>
            )}
          </CommandForm>
        </Section>
      )}
      {closed.length > 0 && <Closed groups={closed} answer={answer} />}
    </Page>
  )
}

function Edited({ group, answer: { organisationId, can } }: { group: Group, answer: Answer }) {
  return can.editOrganisationGroup && (
    <Section title={words.editTitle(group.name)}>
      <CommandForm form={can.editOrganisationGroup} fixed={{ organisationId, groupId: group.id, _version: group.version }}
        submit={words.save}
        values={{ name: group.name, code: group.code }} labels={{ name: words.name, code: words.code }}
        beside={<ButtonLink href={urls.groups(organisationId)} priority="tertiary">{fr.cancel}</ButtonLink>}>
        {(field) => <GroupNameFields field={field} />}
      </CommandForm>
    </Section>
  )
}

function Actions({ group, answer: { organisationId: id, can } }: { group: Group, answer: Answer }) {
  return (
    <span className="sl-buttons">
      {can.editOrganisationGroup && <ButtonLink href={urls.groups(id, { edit: group.id })} priority="tertiary" size="sm">
        {words.edit}<VisuallyHidden> {group.name}</VisuallyHidden></ButtonLink>}
      {can.closeOrganisationGroup && (
        <Asked form={can.closeOrganisationGroup} label={words.close} title={words.closeTitle(group.name)} priority="quiet" size="sm"
          fixed={{ organisationId: id, groupId: group.id }} asked={false}
          back={urls.groups(id)} href={urls.groups(id, { close: group.id })}>
          <p>{words.closeWhat(group.name, group.people)}</p>
        </Asked>
      )}
    </span>
  )
}

function Closed({ groups, answer: { organisationId, can } }: { groups: Group[], answer: Answer }) {
  return (
    <Section title={words.closed} lead={words.closedLead}>
      <ul className="sl-people">
        {groups.map((group) => (
          <li key={group.id} className="sl-person">
            <span className="sl-person__name">{group.name}<span className="fr-hint-text">{fr.groupKinds[group.kind]}</span></span>
            {can.reopenOrganisationGroup && (
              <CommandForm form={can.reopenOrganisationGroup} inline size="sm" priority="secondary"
                fixed={{ organisationId, groupId: group.id }}
                submit={<>{words.reopen}<VisuallyHidden> {group.name}</VisuallyHidden></>} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
