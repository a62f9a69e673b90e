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
import { acceptJoinRequest } from '../operations/accept-join-request.ts'
import { changeMemberRole } from '../operations/change-member-role.ts'
import { declineJoinRequest } from '../operations/decline-join-request.ts'
import { findPeople } from '../operations/find-people.ts'
import { inviteToBase } from '../operations/invite-to-base.ts'
import { leaveBase } from '../operations/leave-base.ts'
import { listBaseEntries } from '../operations/list-base-entries.ts'
import { removeBaseMember } from '../operations/remove-base-member.ts'
import { revokeInvitation } from '../operations/revoke-invitation.ts'
import { showBase } from '../operations/show-base.ts'
import { answersTo } from './answers-to.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { Inviting, Waiting } from './Inviting.tsx'
import { JoinRequests } from './JoinRequests.tsx'
import { fr as joining } from './joining.fr.ts'
import { calledBy, PersonName } from './PeopleSearch.tsx'
import { urls } from './routes.ts'

/** The members, for a member; for who may invite, those who are about to enter and the people that the words of the address find. */
export const loader = async (args: LoaderFunctionArgs) => {
  const searched = new URL(args.request.url).searchParams.get('personne')?.trim() ?? ''
  const [base, found] = await Promise.all([
    answersTo(showBase, 'leaveBase', { moved: (one) => 'movedTo' in one ? urls.baseMembers(one.movedTo) : undefined })(args),
    searched ? answers(findPeople, { input: () => ({ words: searched }) })(args) : undefined,
  ])
  const entries = base.can.inviteToBase ? await answers(listBaseEntries, { input: () => ({ baseId: base.baseId }) })(args) : undefined
  return { ...base, searched, people: found?.people, entries }
}
export const action = accepts({
  inviteToBase, revokeInvitation, acceptJoinRequest, declineJoinRequest, changeMemberRole, removeBaseMember, leaveBase,
}, { leaveBase: () => urls.myBases() })

type Base = Awaited<ReturnType<typeof loader>>
const { members: said } = words

export default function BaseMembersPage() {
  const base = useAnswer<typeof loader>()
  const { can, baseId, members, slug, people, searched, entries } = base
  const here = urls.baseMembers(slug)
  return (
    <Page title={said.title(base.title)} lead={said.lead} width="text"
      breadcrumb={[{ label: words.myBases.title, href: urls.myBases() }, { label: base.title, href: urls.base(slug) }]}>
      {entries && <JoinRequests requests={entries.requests} can={entries.can} now={entries.now} />}
      <Section title={said.count(members.length)}>
        <ul className="sl-people">{members.map((member) => <Member key={member.id} member={member} base={base} />)}</ul>
      </Section>
      {entries && entries.invitations.length > 0 && (
        <Section title={joining.pending.title(entries.invitations.length)}>
          <Waiting invitations={entries.invitations} revoke={entries.can.revokeInvitation ?? false} action={here} />
        </Section>
      )}
      {can.inviteToBase && (
        <Section title={joining.invite.title} lead={joining.invite.lead}>
          <Inviting form={can.inviteToBase} here={here} fixed={{ baseId }} roles people={people} searched={searched}
            known={new Set(members.map(({ id }) => id))} />
        </Section>
      )}
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
    <div id="quitter" className="fr-mt-6w"><Section title={said.leave} lead={said.leaveLead}>
      {params.has('quitter')
        ? <ConfirmForm {...question} back={urls.baseMembers(slug)} />
        : <ConfirmButton {...question} href={`${urls.baseMembers(slug)}?quitter=oui#quitter`} />}
    </Section></div>
  )
}
