import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmForm } from '#design/ConfirmButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { closeGroup } from '../operations/close-group.ts'
import { createGroup } from '../operations/create-group.ts'
import { editGroup } from '../operations/edit-group.ts'
import { listGroups } from '../operations/list-groups.ts'
import { reopenGroup } from '../operations/reopen-group.ts'
import { Asked } from './Asked.tsx'
import { fr } from './fr.ts'
import { GroupNameFields } from './GroupNameFields.tsx'
import { urls } from './routes.ts'
import { groupChoices, wayTo } from './said.tsx'

export const loader = answers(listGroups)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.groups(organisationId ?? '')
export const action = accepts({ createGroup, editGroup, closeGroup, reopenGroup },
  { createGroup: here, editGroup: here, closeGroup: here, reopenGroup: here })

type Answer = Awaited<ReturnType<typeof loader>>
type Group = Answer['groups'][number]
const words = fr.groups

const columnsOf = (answer: Answer): Record<string, (group: Group) => ReactNode> => ({
  [words.columns.name]: (group) => <>{group.name}{group.code && <span className="fr-hint-text">{group.code}</span>}</>,
  [words.columns.kind]: (group) => fr.groupKinds[group.kind],
  [words.columns.within]: (group) => group.parentId && groupChoices(answer.groups)[group.parentId],
  [words.columns.people]: (group) => <Link href={urls.people(answer.organisationId,
    { groupId: group.id })}>{words.people(group.people)}</Link>,
  [words.columns.actions]: (group) => <Actions group={group} answer={answer} />,
})

/** Groups of an organisation: those that are open, to make one, and those that were closed. */
export default function GroupsPage() {
  const answer = useAnswer<typeof loader>()
  const { organisationId: id, name, groups, can } = answer
  const [params] = useSearchParams()
  const open = groups.filter((group) => !group.closedAt)
  const closed = groups.filter((group) => group.closedAt)
  const edited = open.find((group) => group.id === params.get('modifier'))
  const ended = open.find((group) => group.id === params.get('fermer'))
  return (
    <Page title={words.heading} documentTitle={words.title(name)} breadcrumb={wayTo(id, name)}>
      {edited && can.editGroup && <Edited group={edited} answer={answer} />}
      {ended && can.closeGroup && (
        <Section title={words.closeTitle(ended.name)}>
          <ConfirmForm form={can.closeGroup} label={words.close} title={words.closeTitle(ended.name)} back={urls.groups(id)}
            fixed={{ organisationId: id, groupId: ended.id }}><p>{words.closeWhat(ended.name, ended.people)}</p></ConfirmForm>
        </Section>
      )}
      <p>{words.count(open.length)}</p>
      <Table rows={open} caption={words.heading} captionHidden rowKey={(group) => group.id} columns={columnsOf(answer)}
        empty={<EmptyState title={words.empty}>{words.emptyMore}</EmptyState>} />
      {can.createGroup && (
        <Section title={words.add}>
          <CommandForm form={can.createGroup} fixed={{ organisationId: id }} submit={words.addSubmit} priority="secondary"
            labels={{ name: words.name, kind: words.kind, code: words.code, parentId: words.parent }}>
            {(field) => (
              <>
                <SelectField {...field('kind')} label={words.kind} choices={fr.groupKinds} />
                <GroupNameFields field={field} />
                <SelectField {...field('parentId')} required={!answer.grantsWhole} label={words.parent} choices={groupChoices(open)}
                  empty={answer.grantsWhole ? words.noParent : undefined} />
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
  return can.editGroup && (
    <Section title={words.editTitle(group.name)}>
      <CommandForm form={can.editGroup} fixed={{ organisationId, groupId: group.id, _version: group.version }} submit={words.save}
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
      {can.editGroup && <ButtonLink href={urls.groups(id, { edit: group.id })} priority="tertiary" size="sm">
        {words.edit}<VisuallyHidden> {group.name}</VisuallyHidden></ButtonLink>}
      {group.mayClose && can.closeGroup && (
        <Asked form={can.closeGroup} label={words.close} title={words.closeTitle(group.name)} priority="quiet" size="sm"
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
            {group.mayClose && can.reopenGroup && (
              <CommandForm form={can.reopenGroup} inline size="sm" priority="secondary" fixed={{ organisationId, groupId: group.id }}
                submit={<>{words.reopen}<VisuallyHidden> {group.name}</VisuallyHidden></>} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
