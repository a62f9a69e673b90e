import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { addBaseMember } from '../operations/add-base-member.ts'
import { changeMemberRole } from '../operations/change-member-role.ts'
import { findPeople } from '../operations/find-people.ts'
import { leaveBase } from '../operations/leave-base.ts'
import { removeBaseMember } from '../operations/remove-base-member.ts'
import { showBase } from '../operations/show-base.ts'
import { answersTo } from './answers-to.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { calledBy, PeopleSearch, PersonName } from './PeopleSearch.tsx'
import { urls } from './routes.ts'

/** The members, for a member; and the people that the words of the address find, for who may add them. */
export const loader = async (args: LoaderFunctionArgs) => {
  const searched = new URL(args.request.url).searchParams.get('personne')?.trim() ?? ''
  const [base, found] = await Promise.all([
    answersTo(showBase, 'leaveBase', { moved: (one) => 'movedTo' in one ? urls.baseMembers(one.movedTo) : undefined })(args),
    searched ? answers(findPeople, { input: () => ({ words: searched }) })(args) : undefined,
  ])
  return { ...base, searched, people: found?.people }
}
export const action = accepts({ addBaseMember, changeMemberRole, removeBaseMember, leaveBase }, { leaveBase: () => urls.myBases() })

type Base = Awaited<ReturnType<typeof loader>>
const { members: said } = words

export default function BaseMembersPage() {
  const base = useAnswer<typeof loader>()
  const { can, baseId, members, slug, people, searched } = base
  const add = can.addBaseMember
  return (
    <Page title={said.title(base.title)} lead={said.lead} width="text"
      breadcrumb={[{ label: words.myBases.title, href: urls.myBases() }, { label: base.title, href: urls.base(slug) }]}>
      {add && (
        <Section title={said.add} lead={said.addLead}>
          <PeopleSearch action={urls.baseMembers(slug)} people={people} searched={searched} known={new Set(members.map(({ id }) => id))}>
            {({ id }) => (
              <CommandForm form={add} inline size="sm" fixed={{ baseId, personId: id }} values={{ role: 'contributor' }}
                submit={said.addOne}>
                {(field) => <SelectField {...field('role')} label={said.role} choices={fr.memberRoles} empty={false} />}
              </CommandForm>
            )}
          </PeopleSearch>
        </Section>
      )}
      <Section title={said.count(members.length)}>
        <ul className="sl-people">{members.map((member) => <Member key={member.id} member={member} base={base} />)}</ul>
      </Section>
      <Leave base={base} />
    </Page>
  )
}

function Member({ member, base: { can, baseId, slug } }: { member: Base['members'][number], base: Base }) {
  const [params] = useSearchParams()
  const { changeMemberRole: change, removeBaseMember: remove } = can
  const { id, role } = member
  const name = calledBy(member)
  const question = remove && {
    form: remove, label: said.remove, title: said.removeTitle, fixed: { baseId, personId: id }, children: <p>{said.removeWhat(name)}</p>,
  }
  return (
    <li className="sl-person" id={`membre-${id}`}>
      <PersonName person={member} />
      {!change && <Badge>{fr.memberRoles[role]}</Badge>}
      {change && (
        <CommandForm form={change} inline size="sm" priority="tertiary" fixed={{ baseId, personId: id }} values={{ role }}
          submit={<>{said.changeRole}<VisuallyHidden> {words.about(name)}</VisuallyHidden></>}>
          {(field) => <SelectField {...field('role')} label={said.roleOf(name)} labelHidden choices={fr.memberRoles} empty={false} />}
        </CommandForm>
      )}
      {question && (params.get('retirer') === id
        ? <ConfirmForm {...question} back={urls.baseMembers(slug)} />
        : <ConfirmButton {...question} priority="quiet" size="sm" icon="fr-icon-close-line"
          href={`${urls.baseMembers(slug)}?retirer=${id}#membre-${id}`} />)}
    </li>
  )
}

function Leave({ base: { can, baseId, slug, title } }: { base: Base }) {
  const [params] = useSearchParams()
  if (!can.leaveBase) return null
  const question = { form: can.leaveBase, label: said.leave, title: said.leaveTitle, fixed: { baseId },
    children: <p>{said.leaveWhat(title)}</p> }
  return (
    <Section title={said.leave} lead={said.leaveLead}>
      {params.has('quitter')
        ? <ConfirmForm {...question} back={urls.baseMembers(slug)} />
        : <ConfirmButton {...question} href={`${urls.baseMembers(slug)}?quitter=oui`} />}
    </Section>
  )
}
