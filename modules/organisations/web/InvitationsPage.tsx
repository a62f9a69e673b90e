import { useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { EmailField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { inviteMember } from '../operations/invite-member.ts'
import { listInvitations } from '../operations/list-invitations.ts'
import { resendInvitation } from '../operations/resend-invitation.ts'
import { revokeInvitation } from '../operations/revoke-invitation.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { DayField, RoleBadge, RoleFields, wayTo } from './said.tsx'

export const loader = answers(listInvitations)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.invitations(organisationId ?? '')
export const action = accepts({ inviteMember, resendInvitation, revokeInvitation }, { revokeInvitation: here })

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.invitations

/** To invite somebody, and what became of the invitations sent. */
export default function InvitationsPage() {
  const answer = useAnswer<typeof loader>()
  const { organisationId: id, name, invitations, next, can, grantable, groups } = answer
  return (
    <Page title={words.heading} documentTitle={words.title(name)} breadcrumb={wayTo(id, name)} width="text">
      {can.inviteMember && (
        <Section title={words.add} lead={words.addLead}>
          <CommandForm form={can.inviteMember} fixed={{ organisationId: id }} submit={words.submit}
            labels={{ email: words.email, role: words.role, groupId: words.group, validTo: words.validTo, message: words.message }}>
            {(field) => (
              <>
                <EmailField {...field('email')} label={words.email} autoComplete="off" />
                <RoleFields field={field} grantable={grantable} groups={groups} words={words} />
                <DayField field={field('validTo')} label={words.validTo} hint={words.validToHint} />
                <TextArea {...field('message')} required={false} label={words.message} hint={words.messageHint} rows={3} />
              </>
            )}
          </CommandForm>
        </Section>
      )}
      <Section title={words.waiting}>
        <p>{invitations.length === 0 ? words.empty : words.count(invitations.length)}</p>
        <ul className="sl-people">{invitations.map((one) => <Sent key={one.id} one={one} answer={answer} />)}</ul>
        <Pagination next={next ? urls.invitations(id, { after: next }) : undefined} />
      </Section>
    </Page>
  )
}

function Sent({ one, answer: { organisationId, can, now } }: { one: Answer['invitations'][number], answer: Answer }) {
  const [params] = useSearchParams()
  const fixed = { organisationId, invitationId: one.id }
  const question = one.mayChange && can.revokeInvitation && {
    form: can.revokeInvitation, label: words.revoke, title: words.revokeTitle(one.email), fixed,
      children: <p>{words.revokeWhat(one.email)}</p>,
  }
  return (
    <li className="sl-person" id={`invitation-${one.id}`}>
      <span className="sl-person__name">
        {one.email}
        <RoleBadge {...one} state="valid" />
        <span className="fr-hint-text"><Time at={one.createdAt} now={now} />{one.invitedBy && <> {words.by(one.invitedBy)}</>}</span>
      </span>
      <Badge kind={one.state === 'good' ? 'info' : 'warning'}>{words.states[one.state]}</Badge>
      {one.mayResend && can.resendInvitation && (
        <CommandForm form={can.resendInvitation} inline size="sm" priority="tertiary" fixed={fixed}
          submit={<>{words.resend}<VisuallyHidden> ({one.email})</VisuallyHidden></>} />
      )}
      {question && <ConfirmButton {...question} asked={params.get('annuler') === one.id} back={urls.invitations(organisationId)} priority="quiet"
        size="sm" href={`${urls.invitations(organisationId, { revoke: one.id })}#invitation-${one.id}`} />}
    </li>
  )
}
