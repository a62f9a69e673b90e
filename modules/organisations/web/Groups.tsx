import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import type { GroupKind } from '../roles.ts'
import { fr } from './fr.ts'
import { GroupNameFields } from './GroupNameFields.tsx'
import { groupChoices } from './said.tsx'

interface Group {
  id: string, kind: GroupKind, name: string, code: string | null, parentId: string | null, people: number, closedAt: string | null, version: number
  mayClose: boolean
}
type Command = 'create' | 'edit' | 'close' | 'reopen'
interface GroupsProps {
  organisationId: string
  groups: readonly Group[]
  /** The rules of each form, or `false` where one may not. */
  forms: Record<Command, FormRules | false | undefined>
  /** A group may be made outside of any other. */
  grantsWhole: boolean
  /** This page, and what it asks: to write a group again, to close it. */
  here: (asked?: { edit?: string, close?: string }) => string
  /** Where the people of a group are, if they are shown anywhere. */
  peopleOf?: (groupId: string) => string
}

const words = fr.groups

const columnsOf = (props: GroupsProps): Record<string, (group: Group) => ReactNode> => ({
  [words.columns.name]: (group) => <>{group.name}{group.code && <span className="fr-hint-text">{group.code}</span>}</>,
  [words.columns.kind]: (group) => fr.groupKinds[group.kind],
  [words.columns.within]: (group) => group.parentId && groupChoices(props.groups)[group.parentId],
  [words.columns.people]: ({ id, people }) => props.peopleOf ? <Link href={props.peopleOf(id)}>{words.people(people)}</Link> : words.people(people),
  [words.columns.actions]: (group) => <Actions group={group} {...props} />,
})

/** Groups of an organisation, for those in charge and for administrators: those that are open, to make one, and those that were closed. */
export function Groups(props: GroupsProps) {
  const { organisationId, groups, forms, here } = props
  const [params] = useSearchParams()
  const open = groups.filter((group) => !group.closedAt)
  const closed = groups.filter((group) => group.closedAt)
  const edited = open.find((group) => group.id === params.get('modifier'))
  const ended = open.find((group) => group.id === params.get('fermer'))
  return (
    <>
      {edited && forms.edit && <Edited group={edited} form={forms.edit} {...props} />}
      {ended && forms.close && (
        <Section title={words.closeTitle(ended.name)}>
          <ConfirmForm form={forms.close} label={words.close} title={words.closeTitle(ended.name)} back={here()}
            fixed={{ organisationId, groupId: ended.id }}><p>{words.closeWhat(ended.name, ended.people)}</p></ConfirmForm>
        </Section>
      )}
      <p>{words.count(open.length)}</p>
      <Table rows={open} caption={words.heading} captionHidden rowKey={(group) => group.id} columns={columnsOf(props)}
        empty={<EmptyState title={words.empty}>{words.emptyMore}</EmptyState>} />
      {forms.create && <Create open={open} form={forms.create} {...props} />}
      {closed.length > 0 && <Closed closed={closed} {...props} />}
    </>
  )
}

function Create({ organisationId, open, form, grantsWhole }: GroupsProps & { open: readonly Group[], form: FormRules }) {
  return (
    <Section title={words.add}>
      <CommandForm form={form} fixed={{ organisationId }} submit={words.addSubmit} priority="secondary"
        labels={{ name: words.name, kind: words.kind, code: words.code, parentId: words.parent }}>
        {(field) => (
          <>
            <SelectField {...field('kind')} label={words.kind} choices={fr.groupKinds} />
            <GroupNameFields field={field} />
            <SelectField {...field('parentId')} required={!grantsWhole} label={words.parent} choices={groupChoices(open)}
              empty={grantsWhole ? words.noParent : undefined} />
          </>
        )}
      </CommandForm>
    </Section>
  )
}

function Edited({ group, form, organisationId, here }: GroupsProps & { group: Group, form: FormRules }) {
  return (
    <Section title={words.editTitle(group.name)}>
      <CommandForm form={form} fixed={{ organisationId, groupId: group.id, _version: group.version }} submit={words.save}
        values={{ name: group.name, code: group.code }} labels={{ name: words.name, code: words.code }}
        beside={<ButtonLink href={here()} priority="tertiary">{fr.cancel}</ButtonLink>}>
        {(field) => <GroupNameFields field={field} />}
      </CommandForm>
    </Section>
  )
}

function Actions({ group, organisationId, forms, here }: GroupsProps & { group: Group }) {
  return (
    <span className="sl-buttons">
      {forms.edit && <ButtonLink href={here({ edit: group.id })} priority="tertiary" size="sm">
        {words.edit}<VisuallyHidden> {group.name}</VisuallyHidden></ButtonLink>}
      {group.mayClose && forms.close && (
        <ConfirmButton form={forms.close} label={words.close} title={words.closeTitle(group.name)} priority="quiet" size="sm"
          fixed={{ organisationId, groupId: group.id }} back={here()} href={here({ close: group.id })}>
          <p>{words.closeWhat(group.name, group.people)}</p>
        </ConfirmButton>
      )}
    </span>
  )
}

function Closed({ closed, organisationId, forms }: GroupsProps & { closed: readonly Group[] }) {
  return (
    <Section title={words.closed} lead={words.closedLead}>
      <ul className="sl-people">
        {closed.map((group) => (
          <li key={group.id} className="sl-person">
            <span className="sl-person__name">{group.name}<span className="fr-hint-text">{fr.groupKinds[group.kind]}</span></span>
            {group.mayClose && forms.reopen && (
              <CommandForm form={forms.reopen} inline size="sm" priority="secondary" fixed={{ organisationId, groupId: group.id }}
                submit={<>{words.reopen}<VisuallyHidden> {group.name}</VisuallyHidden></>} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
